/* The listing editor: keeps what is typed, says whether it is kept, and lets pictures be dragged. */
(() => {
  const PAUSE = 1200;
  let timer;
  let waiting = null;
  const state = () => document.querySelector("[data-save-state]");
  const show = (name) => {
    const box = state();
    if (!box) return;
    const [kept, busy, lost] = box.querySelectorAll("p");
    kept.hidden = name !== "kept";
    busy.hidden = name !== "busy";
    lost.hidden = name !== "lost";
  };
  const save = () => {
    clearTimeout(timer);
    if (waiting) window[waiting]();
    waiting = null;
  };
  const touched = (event) => {
    const form = event.target.closest("[data-autosave]");
    if (!form || event.target.type === "file" || event.target.closest(".earn-inputs")) return;
    if (waiting && waiting !== form.dataset.autosave) save();
    waiting = form.dataset.autosave;
    show("busy");
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };
  // what was wrong is being put right: it is looked at again when it is handed in
  const righted = (event) => {
    const box = event.target.closest?.(".editor .field, .editor .mini");
    if (!box || event.target.closest("[data-autosave]") === null) return;
    box.querySelectorAll(".field-error").forEach((one) => one.remove());
    box.querySelectorAll(".ui-state-error, .invalid").forEach((one) => {
      one.classList.remove("ui-state-error", "invalid");
      one.removeAttribute("aria-invalid");
    });
    const left = document.querySelector(".editor .field-error:not([hidden])");
    if (!left) document.getElementById("ed:faults")?.replaceChildren();
  };
  document.addEventListener("input", righted);
  document.addEventListener("change", righted);
  jQuery(document).on("itemSelect", ".ui-autocomplete-input", righted);
  document.addEventListener("input", touched);
  document.addEventListener("change", touched);
  document.addEventListener("visibilitychange", () => document.hidden && save());
  // before the button's own request: what follows must find everything kept, and nothing waiting
  document.addEventListener("click", (event) => event.target.closest("[data-save-first]") && save(), true);
  addEventListener("beforeunload", (event) => {
    if (waiting) event.preventDefault();
  });
  jQuery(document).on("pfAjaxError", () => show("lost"));

  window.firstFault = () => {
    const fault = document.querySelector(".editor .field-error:not([hidden])");
    const field = fault?.closest(".field, .mini, .variant")?.querySelector("input, select, textarea");
    (document.querySelector(".editor .notice-error") || fault)?.scrollIntoView({ block: "center" });
    field?.focus({ preventScroll: true });
  };

  let from = null;
  const picture = (event) => event.target.closest?.(".picture");
  document.addEventListener("dragstart", (event) => (from = picture(event)?.dataset.index ?? null));
  document.addEventListener("dragover", (event) => {
    const over = from !== null && picture(event);
    if (!over) return;
    event.preventDefault();
    document.querySelectorAll(".picture.over").forEach((one) => one.classList.remove("over"));
    over.classList.add("over");
  });
  document.addEventListener("drop", (event) => {
    const to = picture(event)?.dataset.index;
    if (from === null || to === undefined) return;
    event.preventDefault();
    if (from !== to) window.movePicture([{ name: "from", value: from }, { name: "to", value: to }]);
    from = null;
  });

  /* A picture is moved behind a square frame; what was cut before is cut anew from its whole. */
  const wholes = new Map();
  let cut = null;
  const slider = (name) => document.querySelector(`.cutting [data-framing-${name}]`);
  document.addEventListener("click", (event) => {
    const of = event.target.closest("[data-cut]")?.dataset.cut;
    if (of) {
      cut = { of, whole: wholes.get(of) ?? of };
      const image = document.querySelector(".cutting [data-framing] img");
      image.src = `/media/${cut.whole}`;
      for (const [name, value] of [["zoom", 100], ["x", 50], ["y", 50]]) slider(name).value = value;
      PF("cutting").show();
      halles.place();
    }
    if (event.target.closest("[data-cut-go]")) {
      const said = ["zoom", "x", "y"].map((name) => ({ name, value: slider(name).value }));
      window.cutPicture([{ name: "of", value: cut.of }, { name: "whole", value: cut.whole }, ...said]);
    }
  });
  window.pictureCut = (part) => {
    if (!part) return;
    wholes.set(part, cut.whole);
    PF("cutting").hide();
    document.querySelector(`[data-cut="${part}"]`)?.focus();
  };
})();
