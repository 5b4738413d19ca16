// Where the reader is: focus on a new page's heading, never lost, and the menu's state.
{
  const menuButton = selfcheck.bar.querySelector(".sc-menu-button");
  let place = null;
  let last = null;
  let due = false;

  const openMenu = (open) => {
    document.documentElement.classList.toggle("sc-menu-open", open);
    menuButton.setAttribute("aria-expanded", String(open));
  };
  menuButton.addEventListener("click", () => openMenu(menuButton.getAttribute("aria-expanded") !== "true"));

  // Streamlit's links say neither that they are a menu nor which of them is here.
  const nameMenu = (menu) => {
    menu.setAttribute("role", "navigation");
    menu.setAttribute("aria-label", menuButton.textContent);
    const page = location.pathname.split("/").pop();
    for (const link of menu.querySelectorAll("a")) {
      const here = link.getAttribute("href") === page;
      if (here !== link.hasAttribute("aria-current"))
        here ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
    }
  };

  const focus = (heading) => {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.closest("section, main")?.scrollTo?.(0, 0);
  };

  const look = () => {
    due = false;
    const done = document.querySelector('[data-test-script-state="notRunning"]') !== null;
    const menu = document.querySelector(".st-key-sc_menu");
    menuButton.hidden = menu === null;
    if (menu) nameMenu(menu);
    const box = document.querySelector('[class*="st-key-sc_place_"]');
    const heading = box?.querySelector("h1");
    if (!done || !heading) return;
    const now = location.pathname + [...box.classList].find((name) => name.startsWith("st-key-sc_place_"));
    if (now !== place) {
      if (place !== null) { openMenu(false); focus(heading); }
      place = now;
    } else if (document.activeElement === document.body && last && !last.isConnected) {
      focus(heading);
      last = null;
    }
  };

  // A tap on a link straight from a text field: Streamlit sends what was typed just after
  // the wish for the other page, and so stays where it is. Let the text go first.
  const TEXT_FIRST_MS = 60;
  let leftField = -Infinity;
  addEventListener("focusout", ({ target }) => {
    if (target.matches?.("textarea, input")) leftField = performance.now();
  }, { capture: true });
  addEventListener("click", (event) => {
    const link = event.target.closest?.('[data-testid="stPageLink"] a');
    const early = TEXT_FIRST_MS - (performance.now() - leftField);
    if (!link || early <= 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setTimeout(() => link.click(), early);
  }, { capture: true });

  addEventListener("focusin", ({ target }) => { last = target; });
  new MutationObserver(() => {
    if (due || selfcheck.gone) return;
    due = true;
    requestAnimationFrame(look);
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"] });
}
