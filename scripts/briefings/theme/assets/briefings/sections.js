/* A button by each heading that copies its address. Without this script, or without a clipboard, the permalink remains. */
"use strict";
(() => {
  const template = document.getElementById("briefings-copy-link");
  const SHOWN = 2000; // milliseconds until the confirmation goes

  const copyLink = (heading, permalink) => {
    const [button, done] = template.content.cloneNode(true).children;
    const name = heading.textContent.replace(permalink.textContent, "").trim();
    button.setAttribute("aria-label", `${button.title}: ${name}`);
    heading.setAttribute("aria-label", name); // the button is in the heading, not in its name
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(permalink.href);
      } catch {
        location.hash = permalink.hash; // it can then be copied from the address bar
        return;
      }
      done.textContent = button.dataset.done;
      setTimeout(() => done.replaceChildren(), SHOWN);
    });
    permalink.replaceWith("\u2060", button, done); // a word joiner: the button never stands alone on a line
  };

  if (template && navigator.clipboard) {
    for (const permalink of document.querySelectorAll(".md-content :is(h2, h3)[id] > .headerlink")) {
      copyLink(permalink.parentElement, permalink);
    }
  }

  // A link inside a note leads elsewhere on the page: the note must not stay in front of it.
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest(".source a")) event.target.closest(".source").hidePopover?.();
  });
})();
