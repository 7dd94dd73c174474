/*
 * Parts of a form are drawn anew while somebody types on. What was typed after the request had
 * left, or was never sent, stands in the new fields again, and the cursor where it was.
 */
(() => {
  const typed = new Map();
  let clock = 0;

  const partsOf = (element) => {
    const part = element?.closest("[data-part]");
    return part ? [part.dataset.part, ...partsOf(part.parentElement)] : [];
  };
  // rows may have moved when they are drawn anew; what they are about has not
  const identity = (field) => {
    const ticked = field.type === "checkbox" || field.type === "radio" ? field.value : "";
    return JSON.stringify([field.name.replace(/:\d+(?=:)/g, ""), ticked, partsOf(field)]);
  };
  const folded = (details) =>
    JSON.stringify([details.querySelector("summary")?.textContent, partsOf(details)]);

  const touched = (event) => {
    const form = event.target.closest("[data-autosave]");
    if (!form || !event.target.name || event.target.type === "file") return;
    typed.set(identity(event.target), { form: form.id, at: ++clock });
  };
  document.addEventListener("input", touched);
  document.addEventListener("change", touched);

  // a form that reached the server whole is what the server draws: up to when it left
  jQuery.ajaxPrefilter((options, original, request) => {
    const sent = options.data instanceof FormData ? options.data : new URLSearchParams(options.data);
    const whole = String(sent.get("jakarta.faces.partial.execute") ?? "").split(/\s+/);
    const left = clock;
    request.done(() =>
      typed.forEach(({ form, at }, key) => whole.includes(form) && at <= left && typed.delete(key)),
    );
  });

  const look = (field) => {
    const cursor = field === document.activeElement && field.matches("[type=text], textarea");
    return {
      value: field.value,
      checked: field.checked,
      active: field === document.activeElement,
      cursor: cursor ? [field.selectionStart, field.selectionEnd] : null,
    };
  };
  const putBack = (field, { value, checked, active, cursor }) => {
    field.value = value;
    if (checked !== undefined) field.checked = checked;
    if (active) field.focus();
    if (cursor) field.setSelectionRange(...cursor);
    queueMicrotask(() => field.dispatchEvent(new Event("input", { bubbles: true })));
  };
  const within = (id, what) => [...(document.getElementById(id)?.querySelectorAll(what) ?? [])];

  const draw = PrimeFaces.ajax.Utils.updateElement;
  PrimeFaces.ajax.Utils.updateElement = function (id, content, request) {
    const open = within(id, "details[open]").map(folded);
    const fields = new Map(
      within(id, "input, select, textarea")
        .filter((field) => typed.has(identity(field)))
        .map((field) => [identity(field), look(field)]),
    );
    draw.call(this, id, content, request);
    within(id, "details").forEach((one) => (one.open ||= open.includes(folded(one))));
    within(id, "input, select, textarea").forEach((field) => {
      const before = fields.get(identity(field));
      if (before) putBack(field, before);
    });
  };
})();
