/* On a phone the menu of a portal starts closed; on a desktop it is always open. */
(() => {
  const menu = document.querySelector(".rail-menu");
  const narrow = matchMedia("(width < 52rem)");
  const fit = () => {
    if (menu) menu.open = !narrow.matches;
  };
  narrow.addEventListener("change", fit);
  fit();
})();
