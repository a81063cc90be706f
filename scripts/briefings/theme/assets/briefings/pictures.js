// Material's previews make all links of the page they show absolute by `link.href = …`, which those in SVG do not take:
// without this, a page with a picture has no preview, and the console says so.
const svgHref = Object.getOwnPropertyDescriptor(SVGAElement.prototype, "href")
Object.defineProperty(SVGAElement.prototype, "href", { ...svgHref, set(value) { this.setAttribute("href", value) } })

// In a network, who is pointed at or focused stands out with those it is tied to. Without this all stand out alike.
for (const picture of document.querySelectorAll(".picture.network")) {
  const nodes = [...picture.querySelectorAll("[data-node]")]
  const ties = [...picture.querySelectorAll("[data-ends]")]
  const ends = tie => tie.dataset.ends.split("/")
  const light = target => {
    const found = target instanceof Element ? target.closest("[data-node], [data-ends]") : null
    const node = found?.dataset.node
    const lit = ties.filter(tie => (node === undefined ? tie === found : ends(tie).includes(node)))
    const lightened = new Set([node, ...lit.flatMap(ends)])
    for (const one of ties) one.classList.toggle("lit", lit.includes(one))
    for (const one of nodes) one.classList.toggle("lit", lightened.has(one.dataset.node))
    picture.classList.toggle("pointed", found !== null)
  }
  for (const event of ["pointerover", "focusin"]) picture.addEventListener(event, ({ target }) => light(target))
  for (const event of ["pointerleave", "focusout"]) picture.addEventListener(event, () => light(null))
}
