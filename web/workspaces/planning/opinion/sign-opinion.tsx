import { FileProtectOutlined } from "@ant-design/icons";
import { Alert, Button, Input, Modal } from "antd";
import { useId, useState } from "react";
import type { Proposal } from "#data/standards/proposal.ts";
import { ApiProblem } from "../../../api.ts";
import { type Opinion, signOpinion } from "../../../api-opinions.ts";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { OPINION_WORDS } from "../../../messages/planning-opinion.ts";
import { useWords } from "../../../messages/words.ts";
import { LONGEST_PERSON, setPerson, usePerson } from "../../../state/person.ts";
import { type ProposalDraft, toProposal } from "../../../state/proposal-draft.ts";
import { formatView } from "../../../state/view-codec.ts";
import { useView } from "../../../state/view-store.ts";
import styles from "./sign-opinion.module.css";

const MOST_REMARK = 2_000;

/** The button under a checked proposal that makes an opinion of it. */
export function SignOpinion({ draft }: { draft: ProposalDraft }) {
  const words = useWords(OPINION_WORDS).sign;
  const { unnamed } = useWords(PLANNING_WORDS).check;
  const [isOpen, setOpen] = useState(false);
  const proposal = toProposal(draft, unnamed);
  return (
    <>
      <Button size="small" icon={<FileProtectOutlined />} disabled={!proposal} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {isOpen && proposal && <SignDialog proposal={proposal} onClose={() => setOpen(false)} />}
    </>
  );
}

function SignDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const words = useWords(OPINION_WORDS).sign;
  const id = useId();
  const { name } = usePerson();
  const asOf = useView((view) => view.planning.asOf);
  const [remark, setRemark] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [signed, setSigned] = useState<Opinion | null>(null);
  const sign = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const by = name.trim();
      const word = { kind: "spacing", proposal, by, ...(asOf && { asOf }), ...(remark.trim() && { remark }) } as const;
      const opinion = await signOpinion({ ...word, also: [] });
      setSigned(opinion);
      window.open(addressOf(opinion.id), "_blank");
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem([error.message, ...error.errors.map(({ field, message }) => `${field}: ${message}`)].join(" · "));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={words.title}
      onCancel={onClose}
      footer={
        signed ? (
          <>
            <Button onClick={onClose}>{words.close}</Button>
            <Button type="primary" href={addressOf(signed.id)} target="_blank">
              {words.show}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button type="primary" loading={isBusy} disabled={name.trim() === ""} onClick={() => void sign()}>
              {words.doIt}
            </Button>
          </>
        )
      }
    >
      {signed ? (
        <Alert type="success" showIcon title={words.done(signed.number)} />
      ) : (
        <div className={styles.form}>
          <p>{words.hint}</p>
          <label htmlFor={`${id}by`}>{words.by}</label>
          <Input
            id={`${id}by`}
            value={name}
            maxLength={LONGEST_PERSON}
            onChange={({ target }) => setPerson(target.value)}
          />
          <label htmlFor={`${id}remark`}>{words.remark}</label>
          <Input.TextArea
            id={`${id}remark`}
            rows={3}
            value={remark}
            maxLength={MOST_REMARK}
            onChange={({ target }) => setRemark(target.value)}
          />
          {problem !== null && <Alert type="error" showIcon title={words.failed} description={problem} />}
        </div>
      )}
    </Modal>
  );
}

/** In the language of the page; the proposal comes along, so that the way back leads to its check. */
function addressOf(id: string): string {
  const search = formatView(useView.getState());
  return `/planning/opinion/${id}${search && `?${search}`}`;
}
