import type { Edition } from '../../engine/definition.ts'
import { t } from '../words.ts'

/** For those who want to take part: asked afterwards, on a page of its own, kept apart from the answers. */
export const contact: NonNullable<Edition['contact']> = {
  after: { question: 'Q17', isAnyOf: ['hearing', 'plans', 'help'] },
  notice: {
    heading: t('愿意的话，留一个联系方式', 'If you like, tell us how to reach you'),
    paragraphs: [
      {
        label: t('做什么用', 'What it is for'),
        body: t(
          '只用来通知您参加听证会、看设计图、布置和种花。不会用来做别的，也不转给别的单位。',
          'Only to invite you to hearings, to looking at plans, or to helping out. It is used for nothing else and given to nobody else.',
        ),
      },
      {
        label: t('和答卷分开', 'Apart from your answers'),
        body: t(
          '加密存在另一处。谁也看不出哪份答卷是您的。',
          'It is sealed and stored elsewhere. Nobody can tell which answers are yours.',
        ),
      },
      {
        label: t('存多久', 'How long it is kept'),
        body: t(
          '联系过您以后就删除，最多存 90 天。您可以凭另一个撤回码随时删掉。',
          'It is deleted once we have been in touch, after 90 days at the latest. With a code of its own you can delete it at any time.',
        ),
      },
      {
        label: t('谁来保存', 'Who keeps it'),
        body: t(
          '{organiser}。要看、要改、要删，也可以到{address}或致电{phone}；投诉：{complaints}。',
          '{organiser}. To see, correct or delete it you may also visit {address} or call {phone}. Complaints: {complaints}.',
        ),
      },
    ],
    agree: t('同意为这个用途保存我的联系方式', 'I agree that my contact is kept for this purpose'),
    decline: t('不留了', 'No, thank you'),
  },
}
