// Draws <figure data-figure> from its JSON with Vega's interpreter, which needs no eval.
// Without this script the table beside the figure says the same.

const loading = new Map();

const load = (source) => {
  const element = document.createElement("script");
  element.src = source;
  element.nonce = document.querySelector("script[nonce]")?.nonce ?? "";
  return new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", reject);
    document.head.append(element);
  });
};

const once = (source) => {
  if (!loading.has(source)) loading.set(source, load(source));
  return loading.get(source);
};

const tools = async ({ vega, vegaLite, interpreter }) => {
  await once(vega);
  await once(vegaLite);
  return (await import(interpreter)).expressionInterpreter;
};

// A probe element turns light-dark() into the colour that is shown now.
const colourReader = () => {
  const probe = document.createElement("span");
  probe.hidden = true;
  document.body.append(probe);
  const read = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  return { read, done: () => probe.remove() };
};

const look = () => {
  const { read, done } = colourReader();
  const colour = Object.fromEntries(
    ["ink", "ink-soft", "rule", "sheet", "teal-line", "teal-wash", "teal-deep", "terracotta-line", "terracotta-wash", "terracotta-deep", "plum-line", "plum-wash", "plum-deep", "care-line", "alarm-line", "calm-line"]
      .map((name) => [name, read(name)]),
  );
  done();
  return colour;
};

// Dates and numbers as the page writes them.
const locale = () => {
  const language = document.documentElement.lang || "en";
  const days = (weekday) =>
    [4, 5, 6, 7, 8, 9, 10].map((day) =>
      new Date(2026, 0, day).toLocaleDateString(language, { weekday }),
    );
  const months = (month) =>
    Array.from({ length: 12 }, (_, number) =>
      new Date(2026, number, 1).toLocaleDateString(language, { month }),
    );
  const parts = new Intl.NumberFormat(language).formatToParts(1234567.5);
  const sign = (type) => parts.find((part) => part.type === type).value;
  return {
    number: { decimal: sign("decimal"), thousands: sign("group"), grouping: [3], currency: ["€", ""] },
    time: {
      dateTime: "%e %B %Y %X",
      date: "%d-%m-%Y",
      time: "%H:%M:%S",
      periods: ["AM", "PM"],
      days: days("long"),
      shortDays: days("short"),
      months: months("long"),
      shortMonths: months("short"),
    },
  };
};

const config = (colour) => {
  const sans = "Atkinson Hyperlegible Next, system-ui, sans-serif";
  const text = { labelColor: colour["ink-soft"], titleColor: colour.ink, labelFontSize: 13, titleFontSize: 13, titleFontWeight: 600 };
  return {
    background: null,
    locale: locale(),
    font: sans,
    axis: { ...text, gridColor: colour.rule, domainColor: colour.rule, tickColor: colour.rule, labelPadding: 6 },
    legend: text,
    header: text,
    title: { color: colour.ink, fontSize: 15, anchor: "start" },
    view: { stroke: null },
    range: { category: [colour["teal-line"], colour["terracotta-line"], colour["plum-line"], colour["care-line"], colour["calm-line"]] },
    mark: { color: colour["teal-line"] },
    line: { strokeWidth: 2.5 },
    rule: { color: colour["ink-soft"] },
    text: { color: colour.ink, fontSize: 13 },
  };
};

// "var:teal-line" in a spec becomes the colour of that name.
const colourIn = (value, colour) => {
  if (typeof value === "string" && value.startsWith("var:")) return colour[value.slice(4)] ?? value;
  if (Array.isArray(value)) return value.map((item) => colourIn(item, colour));
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, colourIn(item, colour)]));
  return value;
};

const draw = async (figure, expressionInterpreter) => {
  const colour = look();
  const given = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
  const spec = colourIn({ ...given, config: { ...given.config, ...config(colour) } }, colour);
  const container = figure.querySelector(".figure__drawing");
  const compiled = window.vegaLite.compile(spec).spec;
  const view = new window.vega.View(window.vega.parse(compiled, null, { ast: true }), {
    expr: expressionInterpreter,
    renderer: "svg",
    container,
    hover: false,
  });
  await view.runAsync();
  return view;
};

const show = async (figure) => {
  const interpreter = await tools(figure.dataset);
  let view = await draw(figure, interpreter);
  const again = async () => {
    view.finalize();
    figure.querySelector(".figure__drawing").replaceChildren();
    view = await draw(figure, interpreter);
  };
  document.addEventListener("beide:theme", again);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  figure.dataset.drawn = "true";
};

document.querySelectorAll("figure[data-figure]").forEach(show);
