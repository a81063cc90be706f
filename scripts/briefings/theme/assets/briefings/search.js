/* The search box: opens Pagefind's dialog from the header or the keyboard, and fetches it only then. */
"use strict";
(() => {
  const button = document.querySelector(".briefings-search");
  const template = document.getElementById("briefings-search-dialog");
  if (!button || !template) return;

  const bundle = new URL(button.dataset.pagefind, document.baseURI).href;
  const LONG_ENOUGH = 4;
  const rules = JSON.parse(button.dataset.rules);
  // A name counts most on the page of the one who bears it, then on the pages that mention it.
  const keyed = { own_keys: 16, title_keys: 6, lead_keys: 3, often_keys: 2, name_keys: 1, all_keys: 1 };
  const ranking = { metaWeights: { ...keyed, title: 3, original: 2, summary: 1, about: 0.5 } };

  /* --- keys: the same rules as in `site/word_keys.py`, so that what is typed meets what was indexed --- */
  const fold = (text) =>
    [...text.toLowerCase().normalize("NFC")].map((char) => rules.folds[char] ?? char).join("").normalize("NFD").replace(/\p{M}/gu, "");

  const [shortestStem, shortestBeforeS] = rules.shortest;
  const withoutEnding = (word) => {
    if (word.endsWith("s") && word.length > shortestBeforeS) return word.slice(0, -1);
    for (const ending of rules.endings) {
      const stem = word.slice(0, -ending.length);
      if (word.endsWith(ending) && stem.length >= shortestStem && /[aeiouy]/.test(stem)) return stem;
    }
    return /...[klpr]t$|..mt$|[td]r$|[bdfgkptv]n$|[bdfgkpstv]l$/.test(word) ? word.slice(0, -1) : word;
  };

  /* One spelling for the letters that the languages and keyboards write differently. */
  const levelled = (word) => {
    for (const [one, other] of rules.letters) word = word.replaceAll(one, other);
    return word.replace(/^hv/, "kv").replace(/([b-df-hj-np-tv-xz])\1+/g, "$1");
  };

  const keyOf = (level) => {
    for (let word = level; ; word = level) {
      level = withoutEnding(word);
      if (level === word) return word;
    }
  };

  /* The words asked for: key → the word with its ending. */
  const asked = (text) => {
    const words = (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !rules.stop.includes(word));
    return new Map(words.map(levelled).map((level) => [keyOf(level), level]));
  };

  /* Pages that hold all words asked for. Those that hold the words themselves, and names as they are typed, come before
     those that hold longer ones; and Pagefind's own search of the text as typed adds how often and how prominently, and what to show around it. */
  const finding = (search) => {
    const { frame } = rules;
    const isThere = async (term) => (await search(term, {})).unfilteredResultCount > 0;
    // A short key begins too many others: it stands for itself alone, unless it is no word yet.
    const term = async ([key, level]) => {
      const [whole, start] = [frame + key + frame, frame + (key.length < LONG_ENOUGH ? level : key)];
      if (key.length < LONG_ENOUGH && (await isThere(whole))) return whole;
      return (await isThere(start)) ? start : null;
    };
    return async (text, options = {}) => {
      const words = text ? [...asked(text)] : [];
      if (!words.length) return search(text, options);
      const terms = await Promise.all(words.map(term));
      // Pagefind would leave out a word that no page has, and find the others.
      if (terms.includes(null)) return search(frame + frame, options);
      const found = await search(terms.join(" "), options);
      const framed = (each) => search(words.map((word) => frame + each(word) + frame).join(" "), options);
      const scoreById = ({ results }) => new Map(results.map((result) => [result.id, result.score]));
      const whole = scoreById(await framed(([key]) => key));
      const names = scoreById(await framed(([, level]) => level));
      const typed = await search(text, options);
      const shown = new Map(typed.results.map((result) => [result.id, result]));
      found.results = found.results.map((result) => {
        const other = shown.get(result.id);
        const score = result.score + 2 * (whole.get(result.id) ?? 0) + 6 * (names.get(result.id) ?? 0) + (other?.score ?? 0);
        // No copy: once the browser has collected Pagefind's own object, Pagefind no longer gives what a result shows.
        return Object.assign(other ?? result, { score });
      });
      if (!options.sort) found.results.sort((one, other) => other.score - one.score);
      return found;
    };
  };

  /* --- light and dark --- */
  const mirrorScheme = () => {
    const dark = document.body.getAttribute("data-md-color-scheme") === "slate";
    document.documentElement.dataset.pfTheme = dark ? "dark" : "light";
  };
  mirrorScheme();
  new MutationObserver(mirrorScheme).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });

  /* --- loading --- */
  const loaded = (element, parent, before) =>
    new Promise((done, fail) => {
      element.onload = done;
      element.onerror = () => fail(new Error(`${element.src || element.href} cannot be loaded`));
      parent.insertBefore(element, before);
    });

  const load = async () => {
    document.body.append(template.content.cloneNode(true)); // before the script: it then upgrades the parts in their order
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${bundle}pagefind-component-ui.css` });
    const script = Object.assign(document.createElement("script"), { src: `${bundle}pagefind-component-ui.js` });
    await Promise.all([loaded(style, document.head, document.head.querySelector("link[rel=stylesheet]")), loaded(script, document.head, null)]);
    const modal = document.querySelector("pagefind-modal");
    prepare(window.PagefindComponents.getInstanceManager().getInstance("default"), modal);
    return modal;
  };

  const prepare = (instance, modal) => {
    let order = "";
    instance.pagefindOptions.ranking = ranking;
    const loadIndex = instance.__load__.bind(instance);
    const loadAll = async () => {
      await loadIndex();
      const index = instance.__pagefind__;
      if (!index) {
        ready = null; // whoever asks next tries again
        return;
      }
      const find = finding(index.search.bind(index));
      index.search = (text, options) => find(text, order || !text ? { ...options, sort: { date: "desc" } } : options);
    };
    // The filters are waited for too: Pagefind alone would search before all are there, and offer only those that were.
    let ready = null;
    instance.__load__ = () => (ready ??= loadAll());
    const selects = [...modal.querySelectorAll("select[data-filter]")];
    for (const select of selects) {
      select.addEventListener("change", () => instance.triggerFilter(select.dataset.filter, select.value ? [select.value] : []));
    }
    modal.querySelector("select[data-sort]").addEventListener("change", (event) => {
      order = event.target.value;
      instance.triggerSearch(instance.searchTerm);
    });
    instance.on("filters", ({ available, total }) => {
      for (const select of selects) fillOptions(select, available?.[select.dataset.filter] ?? {}, total?.[select.dataset.filter] ?? {});
    });
    // Pagefind lists all pages once its index is there, unless something was asked before.
    instance.on("search", () => (instance.__searchID__ += 1));
    instance.faceted = true; // filters alone list pages too: all of 2023, all that names one actor
  };

  const fillOptions = (select, available, total) => {
    const chosen = select.value;
    const values = Object.keys(total).filter((value) => available[value] || value === chosen);
    const newestFirst = select.dataset.filter === "year";
    values.sort((one, other) => one.localeCompare(other, document.documentElement.lang) * (newestFirst ? -1 : 1));
    select.replaceChildren(select.options[0], ...values.map((value) => {
      const count = available[value] ? ` (${available[value]})` : "";
      return new Option(value + count, value, false, value === chosen);
    }));
  };

  /* --- opening --- */
  let dialog = null;
  const open = async () => {
    button.setAttribute("aria-busy", "true");
    try {
      dialog ??= load();
      const modal = await dialog;
      // A dialog just closed tells the modal only in a later task.
      const box = modal.querySelector("dialog");
      if (modal.isOpen && !box.open) await new Promise((done) => box.addEventListener("close", done, { once: true }));
      modal.open(); // the field, the dialog's first, has the focus
      modal.querySelector("input[type=search]").select(); // what was asked before is ready to be typed over
    } catch (error) {
      dialog = null;
      document.querySelector("pagefind-modal")?.remove();
      console.error(error);
    } finally {
      button.removeAttribute("aria-busy");
    }
  };

  // The field of a dialog just closed keeps the focus until the next frame.
  const isTyping = (target) =>
    !target.closest("dialog:not([open])") &&
    (target.isContentEditable || target.closest("textarea, select, input:not([type=checkbox], [type=radio])") !== null);

  for (const opener of [button, ...document.querySelectorAll("[data-briefings-search]")]) {
    opener.hidden = false;
    opener.addEventListener("click", open);
  }
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element) || isTyping(event.target)) return;
    // Shift is not asked for: on Nordic keyboards the slash is Shift+7.
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const wanted = plain ? event.key === "/" || event.key === "s" : event.key.toLowerCase() === "k" && !event.altKey;
    if (!wanted || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    open();
  });
})();
