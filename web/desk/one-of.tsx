interface OneOfProps {
  name: string
  legend: string
  /** Each value with the words it goes by. */
  choices: readonly (readonly [value: string, label: string])[]
  chosen: string | undefined
}

/** A choice of which one must be made, all of them in sight. */
export function OneOf({ name, legend, choices, chosen }: OneOfProps) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {choices.map(([value, label]) => (
        <label>
          <input type="radio" name={name} value={value} required checked={value === chosen} />{' '}
          {label}
        </label>
      ))}
    </fieldset>
  )
}
