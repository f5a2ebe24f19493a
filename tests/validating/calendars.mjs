// Reads the calendars named on the command line with ical.js, and says of which it does not give every entry whole.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, "utf8");
  try {
    const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((entry) => new ICAL.Event(entry));
    const whole = entries.filter((entry) => entry.uid && entry.summary && entry.startDate && entry.endDate.compare(entry.startDate) >= 0);
    if (whole.length !== text.split("BEGIN:VEVENT").length - 1) console.log(`ical.js does not read all of ${path}`);
  } catch (error) {
    console.log(`ical.js refuses ${path}: ${error.message}`);
  }
}
