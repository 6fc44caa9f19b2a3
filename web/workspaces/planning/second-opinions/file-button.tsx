import { ImportOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef } from "react";

/** A button that asks for one file. */
export function FileButton(props: { label: string; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="small" icon={<ImportOutlined />} onClick={() => input.current?.click()}>
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,.geojson,.kml,.wkt,.txt,.zip,.shp"
        aria-label={props.label}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = "";
          if (file) props.onFile(file);
        }}
      />
    </>
  );
}
