/* Goes through a figure point by point, by keyboard and by ear. It adds to a page that is complete without it: the
   description and the table come first. Everything it says was written with the page; it makes no sentence itself.
   It stands after each figure and is run there, so that nothing moves that a reader already sees. */
"use strict";

{
  const SECONDS = 5;
  const LOWEST_TONE = 220;
  const OCTAVES = 2;

  /** Make an element with a text and attributes. */
  function element(name, text = "", attributes = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /** Give the frequency in hertz for a value between the least and the greatest of a track. */
  function pitch(value, least, greatest) {
    const share = greatest === least ? 0.5 : (value - least) / (greatest - least);
    return LOWEST_TONE * 2 ** (OCTAVES * share);
  }

  /** Plays a track: a tone for each figure, noise for a gap, a soft steady tone for the target. */
  class Sound {
    constructor() {
      this.context = null;
    }

    play(stops, target, ended) {
      this.stop();
      const values = stops.map((stop) => (stop.value === "" ? null : Number(stop.value)));
      const known = [...values, target].filter((value) => value !== null);
      const [least, greatest] = [Math.min(...known), Math.max(...known)];
      const step = Math.min(0.5, SECONDS / stops.length);
      const context = new AudioContext();
      this.context = context;
      values.forEach((value, at) => {
        const source = value === null ? this.noise(context, step) : this.tone(context, pitch(value, least, greatest));
        this.sound(context, source, at * step, step * 0.9, value === null ? 0.05 : 0.2);
      });
      if (target !== null) {
        this.sound(context, this.tone(context, pitch(target, least, greatest)), 0, stops.length * step, 0.05);
      }
      const last = this.tone(context, 0);
      this.sound(context, last, 0, stops.length * step, 0);
      last.onended = () => {
        if (this.context === context) this.stop();
        ended();
      };
    }

    tone(context, frequency) {
      return new OscillatorNode(context, { frequency });
    }

    noise(context, seconds) {
      const buffer = context.createBuffer(1, Math.ceil(context.sampleRate * seconds), context.sampleRate);
      const samples = buffer.getChannelData(0);
      for (let at = 0; at < samples.length; at += 1) samples[at] = Math.random() * 2 - 1;
      return new AudioBufferSourceNode(context, { buffer });
    }

    sound(context, source, start, seconds, loudness) {
      const gain = new GainNode(context, { gain: loudness });
      source.connect(gain).connect(context.destination);
      source.start(context.currentTime + start);
      source.stop(context.currentTime + start + seconds);
    }

    get playing() {
      return this.context !== null;
    }

    stop() {
      if (this.context) this.context.close();
      this.context = null;
    }
  }

  /** Puts the controls for one figure into its place on the page. */
  function explorer(place) {
    const { tracks, target } = JSON.parse(place.dataset.tracks);
    const id = place.id;
    const sound = new Sound();
    let track = tracks[0];

    const slider = element("input", "", { type: "range", id: `${id}-slider`, min: 0, step: 1, value: 0 });
    // For the eye: the slider has the same words as its value, and the place for announcements is not seen.
    const shown = element("p", "", { class: "explorer-shown", "aria-hidden": "true" });
    const heard = element("div", "", { "aria-live": "polite", class: "hidden" });
    const buttons = element("p", "", { class: "explorer-buttons" });

    function show(at, announce) {
      slider.value = at;
      const text = track.stops[at].text;
      slider.setAttribute("aria-valuetext", text);
      shown.textContent = text;
      // A new element each time: pressed again at the end of the row, a button says the same figure once more.
      if (announce) heard.replaceChildren(element("p", text));
    }

    function button(text, pressed) {
      const made = element("button", text, { type: "button" });
      made.addEventListener("click", pressed);
      buttons.append(made);
      return made;
    }

    const move = (by) => show(Math.max(0, Math.min(track.stops.length - 1, Number(slider.value) + by)), true);
    button("Previous figure", () => move(-1));
    button("Next figure", () => move(1));
    const highest = button("Highest figure", () => show(track.highest, true));
    const lowest = button("Lowest figure", () => show(track.lowest, true));
    const play = button("Play as sound", () => {
      if (sound.playing) return finish();
      play.textContent = "Stop the sound";
      sound.play(track.stops, target === "" ? null : Number(target), () => (play.textContent = "Play as sound"));
    });

    function finish() {
      sound.stop();
      play.textContent = "Play as sound";
    }

    function choose(at) {
      track = tracks[at];
      slider.max = track.stops.length - 1;
      highest.hidden = track.highest === null;
      lowest.hidden = track.lowest === null;
      finish();
      show(0, false);
    }

    place.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && sound.playing) finish();
    });
    slider.addEventListener("input", () => show(Number(slider.value), false));

    const parts = [element(place.dataset.heading, "Go through the figures one by one")];
    if (tracks.length > 1) {
      const list = element("select", "", { id: `${id}-series` });
      tracks.forEach((one, at) => list.append(element("option", one.name, { value: at })));
      list.addEventListener("change", () => choose(Number(list.value)));
      parts.push(element("label", "Series", { for: `${id}-series` }), list);
    }
    parts.push(element("label", "Figure", { for: slider.id }), slider, shown, buttons, heard);
    place.replaceChildren(...parts);
    choose(0);
    place.hidden = false;
  }

  document.querySelectorAll("[data-tracks][hidden]").forEach(explorer);
}
