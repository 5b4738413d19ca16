// Where the reader is: focus on a new page's heading, never lost, and the menu's state.
{
  const menuButton = selfcheck.bar.querySelector(".sc-menu-button");
  let place = null;
  let last = null;
  let lastChoseFile = false;
  let due = false;

  const openMenu = (open) => {
    document.documentElement.classList.toggle("sc-menu-open", open);
    menuButton.setAttribute("aria-expanded", String(open));
  };
  const menuIsOpen = () => menuButton.getAttribute("aria-expanded") === "true";
  menuButton.addEventListener("click", () => {
    openMenu(!menuIsOpen());
    if (menuIsOpen()) document.querySelector(".sc-menu a").focus();
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menuIsOpen()) return;
    openMenu(false);
    menuButton.focus();
  });

  // Several fields for one answer, such as a day, are a group named by the words above them;
  // the choices of a question by the question.
  const nameGroups = () => {
    for (const group of document.querySelectorAll('[class*="st-key-sc_group_"], .st-key-sc_choices')) {
      const says = group.matches(".st-key-sc_choices") ? document.querySelector("h1") : group.querySelector("p");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", says?.innerText.replace(/\s+/g, " ") ?? "");
      for (const input of group.querySelectorAll("input"))
        if (/_(day|year)(\s|$)/.test(input.closest('[class*="st-key-draft_"]')?.className)) input.inputMode = "numeric";
    }
  };

  // Streamlit gives the place for a file a name and takes its role away: one of them must go.
  const nameFiles = () => {
    for (const place of document.querySelectorAll('[data-testid="stFileUploaderDropzone"]')) place.setAttribute("role", "group");
  };

  // What is wrong with a field stands before it: say so to whoever comes to the field alone.
  const nameWrongs = () => {
    const wrong = new Map();
    document.querySelectorAll(".sc-wrong").forEach((said, number) => {
      const box = said.closest('[class*="st-key-sc_group_"]') ?? said.closest('[data-testid="stElementContainer"]')?.nextElementSibling;
      said.id = `sc-wrong-${number}`;
      for (const field of box?.querySelectorAll("input:not([type=radio]), textarea, [role=radiogroup]") ?? [])
        wrong.set(field, said.id);
    });
    for (const field of document.querySelectorAll('[aria-describedby^="sc-wrong-"]'))
      if (!wrong.has(field)) ["aria-describedby", "aria-invalid"].forEach((name) => field.removeAttribute(name));
    for (const [field, id] of wrong) {
      field.setAttribute("aria-describedby", id);
      field.setAttribute("aria-invalid", "true");
    }
  };

  const focus = (heading) => {
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.closest("section, main")?.scrollTo?.(0, 0);
  };

  const goTo = (place) => {
    if (!place.matches("summary")) place.tabIndex = -1;
    place.focus();
  };

  // Streamlit runs the page again for a mere "r": not for one who speaks to a computer, or
  // whose finger slips. Ours hears of a key before Streamlit does.
  const hush = (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (!/^[rc]$/i.test(key) || ctrlKey || metaKey || altKey || target.matches?.("input, textarea")) return;
    event.stopImmediatePropagation();
  };
  for (const kind of ["keydown", "keypress", "keyup"]) addEventListener(kind, hush, { capture: true });

  // Streamlit's "Skip to main content" stops before the menu, so that nothing is skipped.
  addEventListener("click", (event) => {
    const heading = document.querySelector("h1");
    if (!heading || !event.target.closest?.('a[href="#stMain"]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    focus(heading);
  }, { capture: true });

  // From the menu to where the answers are saved and opened, on the page at hand: a section
  // of the start page, folded away at the foot of the others.
  const placeForFiles = () => document.querySelector('.sc-file, [class*="st-key-own_file_"] summary');
  addEventListener("click", (event) => {
    const place = placeForFiles();
    if (!place || !event.target.closest?.(".sc-to-file")) return;
    event.preventDefault();
    openMenu(false);
    if (place.parentElement.open === false) place.click();
    goTo(place);
  }, { capture: true });

  const atRest = selfcheck.isAtRest;

  // A part added to a form stands above the button that added it: go there.
  const parts = () => [...document.querySelectorAll('[class*="st-key-sc_told_"] h3')];
  let told = 0;

  const look = () => {
    due = false;
    menuButton.hidden = document.querySelector(".sc-menu") === null;
    nameGroups();
    nameFiles();
    nameWrongs();
    const heading = [...document.querySelectorAll("h1[data-place]")].pop();  // a failure comes last
    if (!heading || !atRest()) return;
    const now = `${location.pathname} ${heading.dataset.place}`;
    if (now !== place) {
      if (place !== null) { openMenu(false); focus(heading); }
      place = now;
    } else if (parts().length > told) {
      goTo(parts().at(-1));
    } else if (document.activeElement === document.body && last && !last.isConnected) {
      // A file just chosen takes its button away: what is said of it stands at the foot.
      const foot = lastChoseFile && placeForFiles();
      foot ? goTo(foot) : focus(heading);
      last = null;
    }
    told = parts().length;
  };

  addEventListener("focusin", ({ target }) => {
    last = target;
    lastChoseFile = target.closest?.('[class*="st-key-open_file_"]') != null;
  });
  // Not when a run begins: it has changed nothing yet, and each look costs the page a frame.
  new MutationObserver((changes) => {
    if (due || selfcheck.gone || (!atRest() && changes.every(({ type }) => type === "attributes"))) return;
    due = true;
    requestAnimationFrame(look);
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"] });
}
