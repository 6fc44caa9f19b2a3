import { type Map as MapLibreMap, ScaleControl } from "maplibre-gl";
import { MAP_WORDS } from "../messages/map.ts";
import type { MapPicture } from "./picture.ts";
import "./controls.css";
import { MAP_ELEMENT_ID } from "./map-element.ts";

export interface MapControls {
  update(look: Pick<MapPicture, "theme" | "language">, baseIsEmpty: boolean): void;
}

/** Zoom, north, scale and the keyboard's cross, in the page's language; MapLibre's own cannot change theirs once made. */
export function addControls(map: MapLibreMap, container: HTMLElement): MapControls {
  const zoomIn = button("zoom-in", "M12 5V19M5 12H19", () => map.zoomIn());
  const zoomOut = button("zoom-out", "M5 12H19", () => map.zoomOut());
  const north = button("north", "M12 3L16.5 20L12 16.4L7.5 20Z", () => map.easeTo({ bearing: 0, pitch: 0 }));
  const note = document.createElement("div");
  note.className = "map-note";
  const group = document.createElement("div");
  group.className = "maplibregl-ctrl map-buttons";
  group.append(north, zoomIn, zoomOut);

  map.addControl({ onAdd: () => group, onRemove: () => group.remove() }, "bottom-right");
  map.addControl(new ScaleControl({ maxWidth: 120, unit: "metric" }), "bottom-left");
  container.append(note);
  // After the canvas in the same parent: a cross in the middle while the keyboard is on the map.
  const cross = document.createElement("div");
  cross.className = "map-cross";
  map.getCanvas().after(cross);
  map.getCanvas().id = MAP_ELEMENT_ID;
  const turn = () => {
    north.style.setProperty("--bearing", `${-map.getBearing()}deg`);
  };
  map.on("rotate", turn);
  turn();

  return {
    update({ theme, language }, baseIsEmpty) {
      const words = MAP_WORDS[language];
      container.dataset.mapTheme = theme;
      map.getCanvas().setAttribute("aria-label", words.map);
      for (const [element, text] of [
        [zoomIn, words.zoomIn],
        [zoomOut, words.zoomOut],
        [north, words.north],
      ] as const) {
        element.title = text;
        element.setAttribute("aria-label", text);
      }
      note.textContent = baseIsEmpty ? words.noBase : "";
      note.hidden = !baseIsEmpty;
    },
  };
}

function button(name: string, path: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `map-button map-button-${name}`;
  element.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
  element.addEventListener("click", onClick);
  return element;
}
