import * as v from 'valibot'
import { ConditionSchema } from './condition.ts'
import { idPattern, mailboxCodePattern, slugPattern } from './ids.ts'
import { TextSchema } from './text.ts'

const Id = v.pipe(v.string(), v.regex(idPattern))
const Slug = v.pipe(v.string(), v.regex(slugPattern))
const MailboxCode = v.pipe(v.string(), v.regex(mailboxCodePattern))
const Drawing = v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/)))

/** A picture of its own file: shipped with a template, or uploaded at the desk. What it shows is also said in words. */
const ImageSchema = v.strictObject({
  src: v.pipe(v.string(), v.regex(/^\/(plans|pictures|f)\/[\w-]+\.(svg|png|jpg|webp)$/)),
  alt: TextSchema,
})

/** `other` invites the resident to write; `exclusive` clears every other pick; `pinned` keeps its place when options are shuffled. */
export const OptionSchema = v.strictObject({
  id: Id,
  label: TextSchema,
  other: v.optional(v.boolean()),
  exclusive: v.optional(v.boolean()),
  pinned: v.optional(v.boolean()),
  picture: Drawing,
  /** Where one option has one, all have; the label is its caption. */
  image: v.optional(ImageSchema),
  showIf: v.optional(ConditionSchema),
})

const asked = {
  id: Id,
  /** What is printed before the title: "7", "18a". Quality marks and notes have none. */
  number: v.optional(v.pipe(v.string(), v.maxLength(6))),
  title: TextSchema,
  hint: v.optional(TextSchema),
  /** What is read aloud, if other than the title. */
  read: v.optional(TextSchema),
  showIf: v.optional(ConditionSchema),
}

const Labelled = v.strictObject({ id: Id, label: TextSchema, picture: Drawing })

const SingleSchema = v.strictObject({
  ...asked,
  kind: v.literal('single'),
  options: v.pipe(v.array(OptionSchema), v.maxLength(200)),
  /** Offer what was picked in this earlier multiple or pair question, before the question's own options. */
  carriedFrom: v.optional(Id),
  shuffle: v.optional(v.boolean()),
})

const MultipleSchema = v.strictObject({
  ...asked,
  kind: v.literal('multiple'),
  options: v.pipe(v.array(OptionSchema), v.minLength(1), v.maxLength(30)),
  min: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  max: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  shuffle: v.optional(v.boolean()),
})

/** One choice in each row. */
const MatrixSchema = v.strictObject({
  ...asked,
  kind: v.literal('matrix'),
  rows: v.pipe(v.array(Labelled), v.minLength(1), v.maxLength(40)),
  options: v.pipe(v.array(Labelled), v.minLength(2), v.maxLength(12)),
})

/** Labelled points from best to worst; "don't know" is shown but stays outside the base. */
const ScaleSchema = v.strictObject({
  ...asked,
  kind: v.literal('scale'),
  points: v.pipe(v.array(Labelled), v.minLength(2), v.maxLength(11)),
  dontKnow: v.optional(Labelled),
})

/** This or that, several times; which stands left is random. */
const PairSchema = v.strictObject({
  ...asked,
  kind: v.literal('pair'),
  pairs: v.pipe(
    v.array(v.strictObject({ id: Id, options: v.tuple([Labelled, Labelled]) })),
    v.minLength(1),
    v.maxLength(15),
  ),
})

const NumberSchema = v.strictObject({
  ...asked,
  kind: v.literal('number'),
  min: v.optional(v.number()),
  max: v.optional(v.number()),
  whole: v.optional(v.boolean()),
  unit: v.optional(TextSchema),
})

const TextQuestionSchema = v.strictObject({
  ...asked,
  kind: v.literal('text'),
  long: v.optional(v.boolean()),
  /** Graphemes, what a reader would call characters. */
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000)),
})

const Items = v.pipe(v.array(Labelled), v.minLength(2), v.maxLength(12))

/** Put in order, the dearest first; as many as one likes, up to `most`. */
const RankSchema = v.strictObject({
  ...asked,
  kind: v.literal('rank'),
  options: Items,
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})

/** So many stickers to give away; some may be kept. */
const BudgetSchema = v.strictObject({
  ...asked,
  kind: v.literal('budget'),
  options: Items,
  total: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  unit: TextSchema,
})

const Day = v.pipe(v.string(), v.isoDate())

const DateSchema = v.strictObject({
  ...asked,
  kind: v.literal('date'),
  min: v.optional(Day),
  max: v.optional(Day),
})

/** Pins on a plan, each with a category and a few words if the question asks for them. */
const PinSchema = v.strictObject({
  ...asked,
  kind: v.literal('pin'),
  plan: v.strictObject({
    ...ImageSchema.entries,
    width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
    height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  }),
  categories: v.optional(v.pipe(v.array(Labelled), v.minLength(1), v.maxLength(8))),
  most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  /** Graphemes that fit beside a pin; no words are asked for where it is missing. */
  comment: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
})

/** Strokes on a sheet. A child draws only where its guardian agreed to just that. */
const DrawingSchema = v.strictObject({ ...asked, kind: v.literal('drawing') })

/** One photo; nobody but staff sees it until it has been looked at. */
const PhotoSchema = v.strictObject({ ...asked, kind: v.literal('photo') })

/** A yes or no that stands on its own. What a guardian is asked is asked before the questionnaire. */
const ConsentSchema = v.strictObject({
  ...asked,
  kind: v.literal('consent'),
  body: TextSchema,
  agree: TextSchema,
  decline: TextSchema,
  by: v.optional(v.literal('guardian')),
})

const NoteSchema = v.strictObject({ ...asked, kind: v.literal('note') })

/** One question of any kind. A new kind is added here; the compiler then leads through every `switch (question.kind)`. */
export const QuestionSchema = v.variant('kind', [
  SingleSchema,
  MultipleSchema,
  MatrixSchema,
  ScaleSchema,
  PairSchema,
  NumberSchema,
  TextQuestionSchema,
  RankSchema,
  BudgetSchema,
  DateSchema,
  PinSchema,
  DrawingSchema,
  PhotoSchema,
  ConsentSchema,
  NoteSchema,
])

const SectionSchema = v.strictObject({
  id: Id,
  title: v.optional(TextSchema),
  intro: v.optional(TextSchema),
  showIf: v.optional(ConditionSchema),
  questions: v.pipe(v.array(QuestionSchema), v.minLength(1)),
})

/** What the law wants said before asking (PIPL 17), paragraph by paragraph. `{phone}` and the like are filled in at the desk. */
export const NoticeSchema = v.strictObject({
  heading: TextSchema,
  paragraphs: v.pipe(
    v.array(v.strictObject({ label: v.optional(TextSchema), body: TextSchema })),
    v.minLength(1),
  ),
  agree: TextSchema,
  decline: TextSchema,
})

/** What one audience is asked. Publishing freezes it as a version. */
export const EditionSchema = v.strictObject({
  audience: v.picklist(['adult', 'child']),
  title: TextSchema,
  door: TextSchema,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  intro: TextSchema,
  closing: TextSchema,
  /** For a child this is the guardian's notice, and `assent` is what the child is asked. */
  notice: NoticeSchema,
  assent: v.optional(NoticeSchema),
  sections: v.pipe(v.array(SectionSchema), v.minLength(1)),
  /** The text question whose answer is a suggestion, which the committee owes a reply. Never in a children's edition. */
  suggestion: v.optional(Id),
  /** Who may leave a way to be reached, afterwards and apart from the answers, and what is said before. */
  contact: v.optional(
    v.strictObject({
      after: v.strictObject({ question: Id, isAnyOf: v.pipe(v.array(Id), v.minLength(1)) }),
      notice: NoticeSchema,
    }),
  ),
  /** How words are read, one syllable for each character: `放学`, `fàng xué`. Longer words win. Where there are readings, the page offers pinyin. */
  pinyin: v.optional(v.record(v.string(), v.string())),
  /** Whoever picks one of these is shown pinyin without asking for it. */
  pinyinFor: v.optional(
    v.strictObject({ question: Id, isAnyOf: v.pipe(v.array(Id), v.minLength(1)) }),
  ),
})

/** Links questions of different editions that ask about the same thing, option by option; never added together. */
export const TopicSchema = v.strictObject({
  id: Slug,
  title: TextSchema,
  questions: v.pipe(
    v.array(v.strictObject({ audience: v.picklist(['adult', 'child']), question: Id })),
    v.minLength(2),
  ),
  items: v.pipe(
    v.array(v.strictObject({ id: Id, label: TextSchema, options: v.record(Id, v.array(Id)) })),
    v.minLength(1),
  ),
})

const NeighbourhoodSchema = v.strictObject({
  id: Slug,
  name: TextSchema,
  households: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  mailboxes: v.array(v.strictObject({ code: MailboxCode, name: TextSchema, place: TextSchema })),
})

/** One round of asking: a template a committee starts from. `surveys/consultation.schema.json` says the same for editors. */
export const ConsultationSchema = v.strictObject({
  format: v.literal(1),
  id: Slug,
  title: TextSchema,
  background: TextSchema,
  /** How long after sending a response can be corrected; a day where nothing is said. */
  correctionHours: v.optional(v.pipe(v.number(), v.minValue(1 / 6), v.maxValue(24 * 60))),
  collectionDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)),
  neighbourhoods: v.pipe(v.array(NeighbourhoodSchema), v.minLength(1)),
  editions: v.pipe(v.array(EditionSchema), v.minLength(1), v.maxLength(2)),
  topics: v.array(TopicSchema),
})

export type Option = v.InferOutput<typeof OptionSchema>
export type Question = v.InferOutput<typeof QuestionSchema>
/** A question of this kind. */
export type QuestionOf<K extends Question['kind']> = Extract<Question, { kind: K }>
export type Section = v.InferOutput<typeof SectionSchema>
export type Notice = v.InferOutput<typeof NoticeSchema>
export type Edition = v.InferOutput<typeof EditionSchema>
export type Audience = Edition['audience']
export type Topic = v.InferOutput<typeof TopicSchema>
export type Consultation = v.InferOutput<typeof ConsultationSchema>
