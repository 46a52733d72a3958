interface TextFieldProps {
  /** Its id too. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** What is wrong with it. */
  readonly fault?: string;
  readonly type?: "text" | "date" | "time" | "password";
  readonly inputmode?: "numeric";
  readonly autocomplete?: "off" | "current-password";
}

/** A field with its label, and in between a hint and what is wrong: screen readers say all of them. */
export function TextField(props: TextFieldProps) {
  const { name, label, value, hint, fault, type = "text", inputmode, autocomplete } = props;
  const described = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(fault === undefined ? [] : [`${name}-fault`]),
  ];
  return (
    <div class={`field${fault === undefined ? "" : " has-fault"}`}>
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p class="fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        {...(inputmode && { inputmode })}
        {...(autocomplete && { autocomplete })}
        {...(described.length > 0 && { "aria-describedby": described.join(" ") })}
        {...(fault !== undefined && { "aria-invalid": "true" as const })}
      />
    </div>
  );
}
