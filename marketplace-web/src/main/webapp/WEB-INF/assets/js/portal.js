/* Small helps for the portals: the menu of a phone, and buttons that open a dialog. */
(() => {
  const menu = document.querySelector(".rail-menu");
  const narrow = matchMedia("(width < 52rem)");
  /* On a phone only the part of this page is unfolded. */
  const fit = () => {
    if (menu) menu.open = !narrow.matches;
    for (const part of document.querySelectorAll("[data-rail-part]")) part.open = !narrow.matches || part.querySelector("[aria-current]") !== null;
  };
  narrow.addEventListener("change", fit);
  fit();
  document.documentElement.dataset.fitted = "";

  /* What a component says of itself that it is not: a hidden field that takes the focus, a box that is checked, a list to choose from around the field that has one, the key of a row instead of the words on its button. */
  const tellTrue = () => {
    document.querySelectorAll("input[type=file][aria-hidden=true]").forEach((field) => { field.tabIndex = -1; });
    document.querySelectorAll(".ui-g-12[aria-checked]").forEach((box) => box.removeAttribute("aria-checked"));
    document.querySelectorAll(".ui-row-toggler").forEach((button) => {
      button.removeAttribute("aria-label");
      button.setAttribute("aria-expanded", button.closest("tr").classList.contains("ui-expanded-row"));
    });
    document.querySelectorAll(".ui-autocomplete-multiple-container, .ui-autocomplete-token").forEach((part) => ["role", "aria-orientation", "aria-label", "aria-selected"].forEach((said) => part.removeAttribute(said)));
    document.querySelectorAll(".ui-autocomplete [title]:not([aria-label], [aria-labelledby])").forEach((field) => field.setAttribute("aria-label", field.title));
  };
  tellTrue();
  addEventListener("load", tellTrue);
  window.jQuery?.(document).on("pfAjaxComplete", tellTrue);

  document.addEventListener("click", (event) => {
    const open = event.target.closest("[data-dialog]");
    if (open) PF(open.dataset.dialog).show();
    const close = event.target.closest("[data-dialog-close]");
    if (close) PF(close.dataset.dialogClose).hide();
  });

  document.addEventListener("change", (event) => {
    const all = event.target.closest("[data-tick-all]");
    if (all) document.querySelectorAll(`[name="${all.dataset.tickAll}"][type=checkbox]`).forEach((box) => { box.checked = all.checked; });
  });
})();

/* A storefront that is being drawn: the preview follows the form, pictures move in their frames. */
const halles = (() => {
  const frame = () => document.getElementById("preview");

  /* The page is drawn at its true width and scaled into the frame. */
  const fit = () => {
    const page = frame();
    if (!page) return;
    const box = page.parentElement;
    const width = Math.max(Number(page.dataset.width), 320);
    const scale = Math.min(1, box.clientWidth / width);
    page.style.width = `${width}px`;
    page.style.height = `${box.clientHeight / scale}px`;
    page.style.transform = `translateX(${Math.max(0, (box.clientWidth - width * scale) / 2)}px) scale(${scale})`;
  };

  const preview = () => {
    const page = frame();
    if (!page) return;
    const top = page.contentWindow.scrollY;
    page.addEventListener("load", () => page.contentWindow.scrollTo(0, top), { once: true });
    page.contentWindow.location.reload();
    place();
  };

  /* What the sliders say, as the picture's place; the server cuts by the same sum. */
  const settle = (box) => {
    const image = box.querySelector("img");
    const value = (name) => Number(box.parentElement.querySelector(`[data-framing-${name}]`).value);
    if (!image.naturalWidth) return;
    const cover = Math.max(box.clientWidth / image.naturalWidth, box.clientHeight / image.naturalHeight);
    const scale = (cover * value("zoom")) / 100;
    const width = image.naturalWidth * scale;
    const height = image.naturalHeight * scale;
    image.style.width = `${width}px`;
    image.style.left = `${((box.clientWidth - width) * value("x")) / 100}px`;
    image.style.top = `${((box.clientHeight - height) * value("y")) / 100}px`;
  };

  const place = () => {
    for (const box of document.querySelectorAll("[data-framing]")) {
      const image = box.querySelector("img");
      if (image.complete) settle(box);
      else image.addEventListener("load", () => settle(box), { once: true });
    }
  };

  document.addEventListener("input", (event) => {
    if (!event.target.matches("[data-framing-zoom], [data-framing-x], [data-framing-y]")) return;
    settle(event.target.closest(".framing-controls").previousElementSibling);
  });

  /* Dragging is the sliders by hand. */
  document.addEventListener("pointerdown", (start) => {
    const box = start.target.closest("[data-framing]");
    if (!box) return;
    start.preventDefault();
    const image = box.querySelector("img");
    const slider = (name) => box.parentElement.querySelector(`[data-framing-${name}]`);
    const from = { x: Number(slider("x").value), y: Number(slider("y").value) };
    const room = { x: box.clientWidth - image.clientWidth, y: box.clientHeight - image.clientHeight };
    const move = (event) => {
      if (room.x) slider("x").value = from.x + ((event.clientX - start.clientX) / room.x) * 100;
      if (room.y) slider("y").value = from.y + ((event.clientY - start.clientY) / room.y) * 100;
      settle(box);
    };
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", () => document.removeEventListener("pointermove", move), { once: true });
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-preview-width]");
    if (!button) return;
    frame().dataset.width = button.dataset.previewWidth;
    fit();
  });
  addEventListener("resize", fit);
  /* On a phone the page is first shown as on a phone: drawn for a desk, nobody could read it. */
  if (frame() && matchMedia("(width < 48rem)").matches) frame().dataset.width = 360;
  fit();
  /* A file that did not get in: the server closes its door before it can say why. */
  const notTaken = (upload, words) => {
    upload.clear();
    window.PrimeFaces.widgets.widget_growl.show([{ summary: words, detail: "", severity: "error" }]);
  };
  return { preview, place, notTaken };
})();
/* What was opened beside a list comes into sight where the two stand one below the other. */
halles.reveal = (id) => {
  if (matchMedia("(width < 62rem)").matches) document.getElementById(id)?.scrollIntoView({ block: "start" });
};
globalThis.halles = halles;

/* Places to drop are no items of a tree, and a file is chosen by the button in front of its field. */
const named = () => {
  for (const place of document.querySelectorAll(".ui-tree-droppoint:not([role])")) place.setAttribute("role", "none");
  for (const file of document.querySelectorAll("input[type=file][aria-hidden=true]")) file.tabIndex = -1;
};
new MutationObserver(named).observe(document.body, { childList: true, subtree: true });
named();
