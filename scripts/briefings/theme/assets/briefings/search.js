/* The search box: opens Pagefind's dialog from the header or the keyboard, and fetches it only then. */
"use strict";
(() => {
  const button = document.querySelector(".briefings-search");
  const template = document.getElementById("briefings-search-dialog");
  if (!button || !template) return;

  const bundle = new URL(button.dataset.pagefind, document.baseURI).href;
  const folds = JSON.parse(button.dataset.folds);
  // A name counts most on the page of the one who bears it, then on the pages that mention it.
  const ranking = { metaWeights: { title: 6, own: 16, original: 4, summary: 2, also: 0.6, about: 0.5 } };

  /* The same folding as `site/spellings.py`: what is typed meets what was indexed. */
  const fold = (text) =>
    [...text.toLowerCase().normalize("NFC")].map((char) => folds[char] ?? char).join("").normalize("NFD").replace(/\p{M}/gu, "");

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
    instance.__load__ = async () => {
      await loadIndex();
      const index = instance.__pagefind__;
      if (!index || index.folds) return;
      const search = index.search.bind(index);
      index.search = (term, options) =>
        search(term && fold(term), order || !term ? { ...options, sort: { date: "desc" } } : options);
      index.folds = true;
    };
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
      // A dialog just closed tells the modal only in the next task.
      if (modal.isOpen && !modal.querySelector("dialog").open) await new Promise((done) => setTimeout(done));
      modal.open(); // focuses the field in the next frame; what was asked before is then ready to be typed over
      requestAnimationFrame(() => modal.querySelector("input[type=search]").select());
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
