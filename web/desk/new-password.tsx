export type NewPasswordProblem = 'too-short' | 'too-long' | 'too-common' | 'has-name' | 'not-same'

interface NewPasswordProps {
  name: string
  label: string
  /** What is wrong with it stands on the page under the id `problem`. */
  isWrong: boolean
}

/** Choosing a password, typed twice. */
export function NewPassword({ name, label, isWrong }: NewPasswordProps) {
  return (
    <>
      <label for={name}>{label}</label>
      <ul class="rules" id="rules">
        <li>至少 15 个字符，一句只有您知道的话最好记</li>
        <li>可以用汉字、空格，可以粘贴；不要求大小写或符号</li>
        <li>不用常见密码，不用社区名、自己的姓名凑成</li>
      </ul>
      <input
        id={name}
        name={name}
        type="password"
        autocomplete="new-password"
        required
        minlength={15}
        maxlength={1024}
        aria-describedby={isWrong ? 'problem rules' : 'rules'}
        aria-invalid={isWrong ? 'true' : undefined}
      />
      <label for="again">再输一遍{label}</label>
      <input
        id="again"
        name="again"
        type="password"
        autocomplete="new-password"
        required
        maxlength={1024}
      />
    </>
  )
}

export function newPasswordSentence(problem: NewPasswordProblem): string {
  switch (problem) {
    case 'too-short':
      return '密码至少要 15 个字符。一句话最好记，例如一句只有您知道的家常话。'
    case 'too-long':
      return '密码最多 256 个字符。'
    case 'too-common':
      return '这个密码太常见，容易被猜到，请换一句。'
    case 'has-name':
      return '密码里不要主要由自己的姓名组成，请换一句。'
    case 'not-same':
      return '两次输入的密码不一样，请再输一遍。'
  }
}
