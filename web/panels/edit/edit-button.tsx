import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useWords } from "../../messages/words.ts";
import type { FeatureKey } from "../../state/view.ts";
import { startChanging } from "./start-edit.ts";
import { useStart } from "./use-start.ts";

/** Opens the form of a feature. */
export function EditButton({ feature }: { feature: FeatureKey }) {
  const words = useWords(EDIT_WORDS);
  const start = useStart();
  return (
    <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => start(() => startChanging(feature))}>
      {words.edit}
    </Button>
  );
}
