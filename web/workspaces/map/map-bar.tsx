import { LinkOutlined } from "@ant-design/icons";
import { App, Button, Tooltip } from "antd";
import { PAGE_WORDS } from "../../messages/page.ts";
import { useWords } from "../../messages/words.ts";
import { linkOf } from "../../state/address.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { useView } from "../../state/view-store.ts";
import { TopBar, type Workspace } from "../../ui/top-bar.tsx";
import { KeyHelp, SkipToMap } from "./key-help.tsx";

/** The top bar of the pages that have the map. */
export function MapBar({ here }: { here: Workspace }) {
  const words = useWords(PAGE_WORDS);
  const zone = useLedgers((ledgers) => ledgers.zone);
  const newest = useLedgers(({ layers }) =>
    layers.reduce<string | null>((latest, { snapshot: { dataDate } }) => {
      if (!dataDate) return latest;
      return latest === null || dataDate > latest ? dataDate : latest;
    }, null),
  );
  return (
    <TopBar
      here={here}
      title={words.product}
      zone={zone}
      dataTo={newest}
      before={<SkipToMap />}
      actions={<CopyLink />}
      after={<KeyHelp />}
    />
  );
}

function CopyLink() {
  const words = useWords(PAGE_WORDS);
  const { message } = App.useApp();
  const copy = async () => {
    const link = linkOf(useView.getState());
    try {
      await navigator.clipboard.writeText(link);
      void message.success(words.linkCopied);
    } catch {
      // No clipboard (an insecure address, say): the person copies it by hand.
      window.prompt(words.copyLink, link);
    }
  };
  return (
    <Tooltip title={words.copyLink}>
      <Button type="text" icon={<LinkOutlined />} aria-label={words.copyLink} onClick={() => void copy()} />
    </Tooltip>
  );
}
