import { crc32, deflateSync } from "node:zlib";

/** 24 × 16 pixels in several scans, as ImageMagick writes it. */
export const JPEG = Buffer.from(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAT/2gAMAwEAAhADEAAAActBZfdAf//EABUQAQEAAAAAAAAAAAAAAAAAAAAR/9oACAEBAAEFAqqqqv/EABURAQEAAAAAAAAAAAAAAAAAAAAU/9oACAEDAQE/AbVr/8QAFREBAQAAAAAAAAAAAAAAAAAAABT/2gAIAQIBAT8BgQP/xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Al//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/IV//AP/aAAwDAQACAAMAAAAQxx//xAAVEQEBAAAAAAAAAAAAAAAAAAAAcf/aAAgBAwEBPxClP//EABURAQEAAAAAAAAAAAAAAAAAAABx/9oACAECAQE/EIQ//8QAFhABAQEAAAAAAAAAAAAAAAAAcQAg/9oACAEBAAE/EFKWB//Z",
  "base64",
);

const segment = (marker: number, content: Uint8Array): Buffer => {
  const header = Buffer.from([0xff, marker, 0, 0]);
  header.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([header, content]);
};

/** EXIF of a telephone: how it was held, and where. */
export function exifOf(orientation: number, order: "II" | "MM" = "II"): Buffer {
  const isLittle = order === "II";
  const short = (value: number) => Buffer.from(isLittle ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const long = (value: number) => (isLittle ? [short(value), short(0)] : [short(0), short(value)]);
  const entries = [
    [short(0x0112), short(3), ...long(1), short(orientation), short(0)],
    [short(0x8825), short(4), ...long(1), ...long(60)],
  ];
  const tiff = [
    order,
    short(42),
    ...long(8),
    short(entries.length),
    ...entries.flat(),
    ...long(0),
    "GPS 43.62N 122.26E",
  ];
  return segment(0xe1, Buffer.concat(["Exif\0\0", ...tiff].map((part) => Buffer.from(part as string))));
}

/** The JPEG with everything that cameras and programs write beside pixels, and a film behind its end. */
export const talkativeJpeg = (exif: Buffer = exifOf(6)): Buffer =>
  Buffer.concat([
    JPEG.subarray(0, 20),
    exif,
    segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSLatitude 43.62</x:xmpmeta>")),
    segment(0xe2, Buffer.from("MPF\0 more pictures")),
    segment(0xed, Buffer.from("Photoshop 3.0\0 GPS caption of 张三")),
    segment(0xfe, Buffer.from("comment: GPS taken by 张三")),
    JPEG.subarray(20),
    Buffer.from("ftypmp42 GPS track of a moving picture"),
  ]);

const chunk = (type: string, content: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
};

/** One red pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==",
  "base64",
);

/** One pixel of this red: another photograph for each of 256. */
export const pngOf = (red: number): Buffer =>
  Buffer.concat([
    PNG.subarray(0, 33),
    chunk("IDAT", deflateSync(Buffer.from([0, red, 0, 0, 255]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);

/** The PNG with EXIF, a text and the time, and something behind its end. */
export const talkativePng = (): Buffer =>
  Buffer.concat([
    PNG.subarray(0, 33),
    chunk("eXIf", Buffer.from("MM GPS 43.62N")),
    chunk("tEXt", Buffer.from("Author\0GPS 张三")),
    chunk("pHYs", Buffer.from([0, 0, 11, 19, 0, 0, 11, 19, 1])),
    PNG.subarray(33),
    Buffer.from("GPS behind the end"),
  ]);
