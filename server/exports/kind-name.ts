import type { Question } from '../../surveys/engine/definition.ts'

/** How a question is answered, in a word. */
export function kindName(question: Question): string {
  switch (question.kind) {
    case 'single':
      return '单选'
    case 'multiple':
      return question.max === undefined ? '多选' : `多选，最多 ${question.max} 项`
    case 'scale':
      return '量表'
    case 'matrix':
      return '每行选一项'
    case 'pair':
      return '二选一'
    case 'rank':
      return '排序'
    case 'budget':
      return '分贴纸'
    case 'number':
      return '填数字'
    case 'date':
      return '选日期'
    case 'text':
      return '填写'
    case 'pin':
      return '在图上标'
    case 'drawing':
      return '画图'
    case 'photo':
      return '拍照'
    case 'consent':
      return '同意与否'
    case 'note':
      return '说明'
  }
}
