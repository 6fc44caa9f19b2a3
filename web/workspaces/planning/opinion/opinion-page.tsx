import { FileExcelOutlined, FileWordOutlined, PrinterOutlined, SafetyCertificateOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useEffect } from "react";
import { ApiProblem } from "../../../api.ts";
import { fetchOpinion, opinionFileAddress } from "../../../api-opinions.ts";
import { OPINION_WORDS } from "../../../messages/planning-opinion.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { queries } from "../../../state/queries.ts";
import { useView } from "../../../state/view-store.ts";
import paper from "../../../ui/paper.module.css";
import { MapSheet } from "./map-sheet.tsx";
import { OpinionText } from "./opinion-text.tsx";

/** One signed opinion as it is printed: text on A4, map on A3; and its files. */
export function OpinionPage({ id }: { id: string }) {
  const words = useWords(OPINION_WORDS);
  const language = useLanguage();
  const view = useView((state) => state);
  const { data: opinion, error } = useQuery({ queryKey: ["opinion", id], queryFn: () => fetchOpinion(id) }, queries);
  useEffect(() => {
    if (opinion) document.title = `${opinion.number} ${opinion.proposal.name}`;
  }, [opinion]);
  const { bar } = words;
  return (
    <div className={paper.page}>
      <header className={paper.bar}>
        <Link to="/planning" search={view}>
          {bar.toCheck}
        </Link>
        <strong>{opinion?.number}</strong>
        {opinion && (
          <div role="toolbar" aria-label={bar.tools} className={paper.tools}>
            <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
              {bar.print}
            </Button>
            <Button icon={<FileWordOutlined />} href={opinionFileAddress(id, "docx", language)} download>
              {bar.docx}
            </Button>
            <Button icon={<FileExcelOutlined />} href={opinionFileAddress(id, "xlsx", language)} download>
              {bar.xlsx}
            </Button>
            <Button
              icon={<SafetyCertificateOutlined />}
              href={opinionFileAddress(id, "proof", language)}
              title={bar.proofHint}
              download
            >
              {bar.proof}
            </Button>
          </div>
        )}
      </header>
      {opinion ? (
        <main className={paper.sheets}>
          <OpinionText opinion={opinion} />
          <MapSheet opinion={opinion} />
        </main>
      ) : error ? (
        <Alert
          type="error"
          showIcon
          title={error instanceof ApiProblem && error.status !== 404 ? error.message : words.missing}
        />
      ) : (
        <output className={paper.waiting}>{words.loading}</output>
      )}
    </div>
  );
}
