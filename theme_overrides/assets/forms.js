/* Puts a form together from the patterns on its page, and writes the file of what is typed in it. Nothing is sent anywhere.

   A group is a record: its fields are elements with `data-field`. What a list or a group holds is made from a pattern.
   Every sentence stands on the page; so do the rules by which a file is written, which are those by which it is read.
   It stands right after its form and is run there, so that nothing moves that a reader already sees. */
"use strict";

{
  const place = document.getElementById("form");
  const rules = [...place.querySelectorAll("[data-pattern]")].map((rule) => rule.dataset);
  const title = document.title;
  const WIDTH = 110; // as the software itself writes long texts
  const LONGEST_LINK = 7500; // GitHub takes some 8,000 letters
  let made = 0;

  // Parts of the form

  /** Give a copy of a pattern, in which each id is new. */
  function copy(pattern) {
    const part = pattern.content.cloneNode(true);
    made += 1;
    for (const name of ["id", "for", "aria-describedby", "aria-labelledby"]) {
      for (const element of part.querySelectorAll(`[${name}]`)) {
        element.setAttribute(name, `${element.getAttribute(name)}-${made}`);
      }
    }
    return part;
  }

  const inside = (part, query) => [...part.querySelectorAll(query)].filter((found) => found.closest(".group") === part);
  const fieldsOf = (group) => inside(group, "[data-field]");
  const entriesOf = (field) => [...field.querySelector("[data-entries]").children];
  const controlOf = (field) => field.querySelector("input, select, textarea");
  const isMany = (field) => ["groups", "group", "texts"].includes(field.dataset.shape);
  const patternOf = (field) => field.querySelector(":scope > template") ?? document.getElementById(`${field.dataset.holds}-pattern`);

  /** Add an entry to a list, or its group to a field, with what that cannot do without. */
  function add(field) {
    field.querySelector("[data-entries]").append(copy(patternOf(field)));
    const entry = entriesOf(field).at(-1);
    if (field.dataset.shape === "texts") controlOf(entry).setAttribute("aria-describedby", field.querySelector(":scope > .hint").id);
    begin(entry);
    return entry;
  }

  /** Open every list and group that a group must have. */
  function begin(group) {
    for (const field of fieldsOf(group)) {
      if (isMany(field) && field.dataset.missing) add(field);
    }
  }

  /** Say of each entry which one it is, and of each field within in which entry it stands. */
  function name(form) {
    for (const field of form.querySelectorAll(".many")) {
      const entries = entriesOf(field);
      const one = field.dataset.shape === "group";
      field.querySelector(":scope > [data-adding]").hidden = one && entries.length > 0;
      entries.forEach((entry, at) => {
        const own = one ? entry.dataset.name : `${entry.dataset.name} ${at + 1}`;
        entry.dataset.called = [own, field.parentElement.closest("[data-called]")?.dataset.called].filter(Boolean).join(", ");
        entry.querySelector("[data-remove]").hidden = one && Boolean(field.dataset.missing);
        for (const told of inside(entry, "[data-own]")) told.textContent = capital(told) ? first(entry.dataset.called) : entry.dataset.called;
        for (const told of inside(entry, "[data-of]")) told.textContent = `, ${entry.dataset.called}`;
        const legend = entry.querySelector(":scope > legend");
        if (legend) legend.textContent = [first(own), titleOf(entry)].filter(Boolean).join(": ");
      });
    }
  }

  const first = (words) => words.charAt(0).toUpperCase() + words.slice(1);
  const capital = (told) => told.parentElement.localName === "label";

  /** Give what an entry is known by: its title, its name or who it is. */
  function titleOf(entry) {
    const known = fieldsOf(entry).find((field) => ["title", "name", "person"].includes(field.dataset.field) && !isMany(field));
    return known ? controlOf(known).value.trim() : "";
  }

  // What is typed

  /** Give a pattern that stands on the page. */
  const pattern = (name, flags = "u") => new RegExp(place.dataset[name], flags);
  const belonging = pattern("belonging", "gu");
  const unknown = /(?![\u{1f000}-\u{1faff}])[\p{Co}\p{Cn}]/gu;

  /** Give a text as the check proposes it where it holds signs that nobody can see. */
  function mended(text) {
    const kept = new Set();
    for (const found of text.matchAll(belonging)) for (let at = 0; at < found[0].length; at += 1) kept.add(found.index + at);
    const seen = text.replace(pattern("invisible", "gu"), (sign, at) => (kept.has(at) ? sign : ""));
    const lines = seen.split("\n").map((line) => {
      const plain = line.replace(pattern("break", "gu"), " ").replace(pattern("control", "gu"), (sign) => (sign === "\t" ? sign : ""));
      return plain.replace(pattern("space", "gu"), " ").replace(unknown, "").replace(/^\s+/, (start) => start.replace(/\t/g, "  ")).replace(/\t+/g, " ");
    });
    return lines.join("\n").trim();
  }

  /** Give what is wrong with a text, in the words of the check, or nothing. */
  function wrong(field, text) {
    const rule = rules[field.dataset.rule];
    const say = (sentence, said) => sentence.replace("…", () => said);
    if (!text) return field.dataset.missing;
    if (rule.most && [...text].length > Number(rule.most)) return say(rule.long, [...text].length.toLocaleString("en-GB"));
    if (rule.pattern && !new RegExp(`^(?:${rule.pattern})$`).test(text)) return say(rule.wrong, text);
    if (rule.noDay && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) !== text) return say(rule.noDay, text);
    return "";
  }

  /** Gather what is typed in a group: its fields with their values. What is wrong is put into a list, in order. */
  function gather(group, problems, changed) {
    const told = [];
    for (const field of fieldsOf(group)) {
      const entries = isMany(field) ? entriesOf(field) : [];
      let value;
      if (!isMany(field)) value = typed(field, problems, changed);
      else if (field.dataset.shape === "texts") value = entries.map((entry) => typed(entry, problems, changed));
      else value = entries.map((entry) => gather(entry, problems, changed));
      if (isMany(field)) tell(field, entries.length ? "" : field.dataset.missing, problems);
      if (field.dataset.shape === "group") value = value[0];
      if (value?.length) told.push([field.dataset.field, value, Number(field.dataset.at)]);
    }
    return told.sort((one, other) => one[2] - other[2]);
  }

  function typed(field, problems, changed) {
    const control = controlOf(field);
    const text = mended(control.value);
    if (text !== control.value.trim()) {
      control.value = text;
      changed.push(labelOf(field));
    }
    tell(field, wrong(field, text), problems);
    return text;
  }

  const labelOf = (field) => field.querySelector("label, legend").textContent.trim().replace(/\s+/g, " ").replace(/ \(required\)$/, "");

  // What is wrong

  /** Show at a field what is wrong with it, or that nothing is. */
  function tell(field, message, problems) {
    const shown = field.querySelector(".wrong");
    const control = isMany(field) ? field.querySelector(":scope > [data-adding] button") : controlOf(field);
    const described = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== shown.id);
    shown.textContent = message;
    shown.hidden = !message;
    field.classList.toggle("is-wrong", Boolean(message));
    if (message) described.push(shown.id);
    if (described.length) control.setAttribute("aria-describedby", described.join(" "));
    else control.removeAttribute("aria-describedby");
    if (!isMany(field)) control.toggleAttribute("aria-invalid", false);
    if (!isMany(field) && message) control.setAttribute("aria-invalid", "true");
    if (message) problems.push({ control, message, name: labelOf(field) });
  }

  /** Show the list of all that is wrong, and go there; or take it away. */
  function summarise(form, problems) {
    const summary = form.querySelector("[data-summary]");
    summary.hidden = problems.length === 0;
    document.title = problems.length ? `Error: ${title}` : title;
    summary.querySelector("ul").replaceChildren(
      ...problems.map(({ control, message, name }) => {
        const line = copy(document.getElementById("wrong-pattern"));
        const link = line.querySelector("a");
        link.href = `#${control.id}`;
        link.textContent = `${name}: ${message}`;
        link.addEventListener("click", (event) => {
          event.preventDefault();
          for (let within = control; within; within = within.parentElement) if (within.localName === "details") within.open = true;
          control.focus();
        });
        return line;
      }),
    );
    if (problems.length) summary.focus();
  }

  // The file

  const nothing = JSON.parse(place.dataset.nothing);
  const safe = new RegExp(`^(?:${place.dataset.safe})$`, "s");

  /** Give a text of one line as it can stand after a colon: with quotation marks only where it needs them. */
  function quoted(text) {
    if (safe.test(text) && !nothing.includes(text) && !/["“”„]/.test(text)) return text;
    return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  }

  /** Put a backslash before what looks like a field in a long text, so that it is read as words of it. */
  const apart = (text) => text.replace(pattern("apart", "gm"), "\\");

  /** Give the lines of a long text, none longer than people read; nothing where that would change it. */
  function folded(text) {
    const lines = [""];
    for (const word of text.split(" ")) {
      if (!word) return [];
      const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
      if (longer.length > WIDTH && lines.at(-1)) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines.some((line) => /^(?:[-*#>|]|\d+[.)])/.test(line)) ? [] : lines;
  }

  /** Give the lines of a text behind the name of its field, or behind the hyphen of its entry. */
  function textLines(before, text) {
    if (text.includes("\n")) return [`${before} |`, ...apart(text).split("\n").map((line) => (line ? `  ${line}` : ""))];
    const lines = before.length + text.length > WIDTH ? folded(text) : [];
    return lines.length > 1 ? [`${before} >-`, ...lines.map((line) => `  ${apart(line)}`)] : [`${before} ${quoted(text)}`];
  }

  /** Give the lines of a group of fields. */
  function linesOf(fields) {
    return fields.flatMap(([name, value]) => {
      if (typeof value === "string") return textLines(`${name}:`, value);
      const isGroup = Array.isArray(value[0]) && typeof value[0][0] === "string";
      const lines = isGroup ? linesOf(value) : value.flatMap(entryLines);
      return [`${name}:`, ...lines.map((line) => line && `  ${line}`)];
    });
  }

  function entryLines(entry) {
    if (typeof entry === "string") return textLines("-", entry);
    return linesOf(entry).map((line, at) => line && `${at ? "  " : "- "}${line}`);
  }

  /** Show the file, with the ways to take it along. */
  function write(path, text, changed) {
    const shown = place.querySelector("[data-written]");
    const part = (name) => shown.querySelector(`[data-${name}]`);
    part("text").textContent = text;
    part("where").textContent = `data/${path}`;
    part("mended").hidden = changed.length === 0;
    part("these").textContent = changed.join("; ");
    part("copied").replaceChildren();
    part("download").href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
    part("download").download = path.split("/").at(-1);
    const link = part("proposed");
    if (link) {
      const bare = `${place.dataset.propose}${path.split("/").map(encodeURIComponent).join("/")}`;
      const filled = `${bare}&value=${encodeURIComponent(text)}`;
      const short = place.dataset.filled === "yes" && filled.length <= LONGEST_LINK;
      link.href = short ? filled : bare;
      if (part("short")) part("short").hidden = !short;
      if (part("long")) part("long").hidden = short;
    }
    shown.hidden = false;
    shown.querySelector("h2").focus();
  }

  async function take(shown) {
    const text = shown.querySelector("[data-text]");
    const done = await navigator.clipboard?.writeText(text.textContent).then(() => true, () => false);
    if (!done) getSelection().selectAllChildren(text);
    const told = document.createElement("p");
    told.textContent = done ? place.dataset.copied : place.dataset.selected;
    shown.querySelector("[data-copied]").replaceChildren(told);
  }

  // What is pressed

  place.append(copy(document.getElementById("form-pattern")));
  const form = place.querySelector("form");
  form.querySelectorAll(".group").forEach(begin);
  name(form);

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.hasAttribute("data-add")) {
      const entry = add(button.closest(".many"));
      name(form);
      const controls = [...entry.querySelectorAll("input, select, textarea")].filter((control) => control.checkVisibility());
      (controls[0] ?? entry.querySelector("[data-remove]")).focus();
    } else if (button?.hasAttribute("data-remove")) {
      const entry = button.closest(".group");
      const field = entry.parentElement.closest(".many");
      form.querySelector("[data-told]").textContent = place.dataset.removed.replace("…", () => first(entry.dataset.called));
      entry.remove();
      name(form);
      field.querySelector(":scope > [data-adding] button").focus();
    }
  });

  form.addEventListener("change", () => name(form));

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const problems = [];
    const changed = [];
    const names = Object.fromEntries(gather(form.querySelector("[data-path-of]"), problems, changed));
    const fields = gather(form.querySelector("[data-file]"), problems, changed);
    place.querySelector("[data-written]").hidden = true;
    summarise(form, problems);
    if (problems.length) return;
    const path = place.dataset.path.replace("<date>", names.meeting).replace("<id>", names.name_of_the_file);
    write(path, linesOf(fields).map((line) => `${line}\n`).join(""), changed);
  });

  place.querySelector("[data-copy]").addEventListener("click", () => take(place.querySelector("[data-written]")));
}
