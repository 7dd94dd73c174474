/* Small helps for the portals: the menu of a phone, and buttons that open a dialog. */
(() => {
  const menu = document.querySelector(".rail-menu");
  const narrow = matchMedia("(width < 52rem)");
  const fit = () => {
    if (menu) menu.open = !narrow.matches;
  };
  narrow.addEventListener("change", fit);
  fit();

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
