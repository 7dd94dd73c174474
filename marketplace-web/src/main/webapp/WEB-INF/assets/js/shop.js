/* Small helps on top of pages that work without them. No dependency, no inline code. */
(() => {
  const root = document.documentElement;
  const year = 31536000;

  /* Theme: the server writes data-theme from this cookie, so a page never flashes. */
  const dark = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    button.hidden = false;
    const tell = () => button.setAttribute("aria-pressed", String(dark()));
    tell();
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      document.cookie = `halles-theme=${root.dataset.theme}; path=/; max-age=${year}; samesite=lax`;
      tell();
    });
  }

  /* The personal part of the header comes after the page, so that the page itself can be cached. */
  for (const place of document.querySelectorAll("[data-fragment]")) {
    fetch(place.dataset.fragment, { headers: { Accept: "text/html" }, credentials: "same-origin" })
      .then((answer) => (answer.ok ? answer.text() : ""))
      .then((html) => {
        if (!html.trim()) return;
        place.innerHTML = html;
        place.dispatchEvent(new CustomEvent("halles:filled", { bubbles: true }));
      })
      .catch(() => {});
  }

  /* A form is sent once; coming back with the back button opens it again. */
  const busy = new Set();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.dataset.once === undefined) return;
    if (busy.has(form)) return event.preventDefault();
    busy.add(form);
    for (const button of form.querySelectorAll("button:not([type=button])")) button.setAttribute("aria-busy", "true");
  });
  addEventListener("pageshow", () => {
    busy.clear();
    for (const button of document.querySelectorAll("[aria-busy=true]")) button.removeAttribute("aria-busy");
  });

  /* Selects and radios that act at once where scripts run; the button beside them serves the rest. */
  for (const control of document.querySelectorAll("[data-submit-on-change]")) {
    control.addEventListener("change", () => control.form.requestSubmit());
    for (const button of control.form.querySelectorAll("[data-without-script]")) button.hidden = true;
  }

  /* Plus and minus around a quantity. */
  document.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]");
    if (!step) return;
    const input = step.parentElement.querySelector("input");
    const before = input.value;
    if (Number(step.dataset.step) > 0) input.stepUp();
    else input.stepDown();
    if (input.value !== before) input.dispatchEvent(new Event("change", { bubbles: true }));
  });

  /* Which price a quantity reaches. */
  const units = document.querySelector("#buy [name=quantity]");
  const ladders = [...document.querySelectorAll("[data-ladder]")];
  if (units && ladders.length) {
    const reach = () => {
      for (const ladder of ladders) {
        const rungs = [...ladder.querySelectorAll("[data-from]")];
        const reached = rungs.filter((rung) => Number(rung.dataset.from) <= Number(units.value)).pop();
        for (const rung of rungs) {
          if (rung === reached) rung.setAttribute("aria-current", "true");
          else rung.removeAttribute("aria-current");
        }
      }
    };
    units.addEventListener("input", reach);
    reach();
  }

  /* Companies buy whole packs: the quantity begins with the fewest and goes on pack by pack. */
  const inPacks = () => {
    const form = document.querySelector("#buy");
    if (!form || !document.querySelector("[data-packs]")) return;
    // what is for companies only is shown to one
    for (const part of document.querySelectorAll("#buy, .buybar")) part.hidden = false;
    const offer = form.querySelector("[name=offerId]:checked, [name=offerId][type=hidden]");
    const packs = offer && document.querySelector(`[data-packs="${CSS.escape(offer.value)}"]`);
    const input = form.elements.quantity;
    const least = packs ? Number(packs.dataset.least) : 1;
    const size = packs ? Number(packs.dataset.size) : 1;
    input.min = least;
    input.step = size;
    const wanted = Number(input.value);
    if (wanted < least || wanted % size) input.value = Math.max(least, Math.ceil(wanted / size) * size);
    input.dispatchEvent(new Event("input"));
  };
  document.addEventListener("halles:filled", inPacks);
  document.addEventListener("change", (event) => {
    if (event.target.name === "offerId") inPacks();
  });

  /* The buy bar of a phone steps aside while the real button is in sight. */
  const bar = document.querySelector(".buybar");
  const button = document.querySelector("[data-buy]");
  if (bar && button && "IntersectionObserver" in window) {
    new IntersectionObserver(([entry]) => bar.classList.toggle("buybar-away", entry.isIntersecting)).observe(button);
  }

  /* Small pictures of a gallery change the large one. */
  for (const link of document.querySelectorAll("[data-gallery] a")) {
    link.addEventListener("click", (event) => {
      const image = document.querySelector(".gallery-main img");
      if (!image) return;
      event.preventDefault();
      image.src = link.href;
      image.alt = link.querySelector("img").alt;
    });
  }

  /* A message that came with the page is read out. */
  const error = document.querySelector("[data-focus]");
  if (error) error.focus();
})();
