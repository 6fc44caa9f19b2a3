import { Form, Input, Modal, Select } from "antd";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { LONGEST_PERSON, setPerson, usePerson } from "../../../state/person.ts";
import { type AskedClaim, useClaiming } from "./claiming.ts";
import { changeDraft } from "./variants.ts";

interface Said {
  readonly reductionId: string;
  readonly evidence: string;
  readonly by: string;
}

/** Claims a relief: never without evidence and a name. */
export function ClaimDialog({ asked }: { asked: AskedClaim }) {
  const words = useWords(PLANNING_WORDS).claims;
  const verdicts = useWords(VERDICT_WORDS);
  const title = useTitle();
  const [form] = Form.useForm<Said>();
  const chosen = Form.useWatch("reductionId", form);
  const relief = asked.reliefs.find(({ id }) => id === chosen);
  const close = () => useClaiming.setState({ asked: null });
  const claim = ({ reductionId, evidence, by }: Said) => {
    const neighbour = asked.neighbour && { layer: asked.neighbour.layer, id: asked.neighbour.id };
    setPerson(by.trim());
    changeDraft((draft) => ({
      ...draft,
      claims: [...draft.claims, { reductionId, neighbour, evidence: evidence.trim(), by: by.trim() }],
    }));
    close();
  };
  return (
    <Modal
      open
      title={`${words.title} · ${asked.neighbour ? words.forOne(asked.neighbour.name) : words.forAll}`}
      okText={words.save}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ by: usePerson.getState().name, reductionId: asked.reliefs[0]?.id }}
        onFinish={claim}
      >
        <Form.Item name="reductionId" label={words.relief} rules={[{ required: true }]}>
          <Select
            options={asked.reliefs.map(({ id, standard, clause, title: named }) => ({
              value: id,
              label: `${standard} ${clause} ${title(named)}`,
            }))}
          />
        </Form.Item>
        {relief && (
          <p>
            {words.condition}: {title(relief.condition)} (×{relief.factor}, ≥ {relief.leastM} m ·{" "}
            {verdicts.confidences[relief.confidence]})
          </p>
        )}
        <Form.Item
          name="evidence"
          label={words.evidence}
          extra={words.evidenceHint}
          rules={[{ required: true, whitespace: true, min: 4 }]}
        >
          <Input.TextArea rows={3} maxLength={2_000} />
        </Form.Item>
        <Form.Item name="by" label={words.by} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={LONGEST_PERSON} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
