// Light, dark, or as the device says. Runs before the page is drawn, so nothing flashes.
(() => {
  const KEY = "beide.theme";
  const root = document.documentElement;

  const chosen = () => {
    try {
      return localStorage.getItem(KEY) ?? "";
    } catch {
      return "";
    }
  };

  const apply = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  const choose = (theme) => {
    try {
      if (theme) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch {
      // A browser that keeps nothing still shows the choice on this page.
    }
    apply(theme);
    document.dispatchEvent(new CustomEvent("beide:theme"));
  };

  const offer = (group) => {
    const buttons = [...group.querySelectorAll("[data-theme-choice]")];
    const mark = (theme) =>
      buttons.forEach((button) =>
        button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme)),
      );
    buttons.forEach((button) =>
      button.addEventListener("click", () => {
        choose(button.dataset.themeChoice);
        mark(button.dataset.themeChoice);
      }),
    );
    mark(root.dataset.theme ?? "");
    group.hidden = false;
  };

  apply(chosen());
  document.addEventListener("DOMContentLoaded", () =>
    document.querySelectorAll("[data-theme-switch]").forEach(offer),
  );
})();
