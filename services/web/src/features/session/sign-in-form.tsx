import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemError } from "../../api/request.ts";
import { meQuery, signIn } from "../../api/session.ts";
import { CodeField } from "../../forms/code-field.tsx";
import { FormError } from "../../forms/form-error.tsx";
import { PasswordField } from "../../forms/password-fields.tsx";
import { chooseLanguage } from "../../i18n/language.ts";

/** Address and password; a code as well, once the API asks for one. */
export function SignInForm({ next }: { readonly next: string }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const { enter, codeAsked } = useEntrance(next);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    enter.mutate({ email: email.trim(), password, code: codeAsked ? code : null });
  };
  return (
    <form className="form-stack" onSubmit={submit}>
      <TextInput
        required
        type="email"
        autoComplete="username"
        label={t("signIn.email")}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordField
        autoComplete="current-password"
        label={t("signIn.password")}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {codeAsked && <CodeField autoFocus value={code} onChange={setCode} />}
      {!needsCode(enter.error) && <FormError error={enter.error} />}
      <Button type="submit" size="md" loading={enter.isPending}>
        {t("signIn.enter")}
      </Button>
    </form>
  );
}

function useEntrance(next: string) {
  const client = useQueryClient();
  const router = useRouter();
  const [codeAsked, setCodeAsked] = useState(false);
  const enter = useMutation({
    mutationFn: async (body: Parameters<typeof signIn>[0]) => {
      const me = await signIn(body);
      // What somebody else saw in this browser before is not theirs.
      client.removeQueries();
      client.setQueryData(meQuery.queryKey, me);
      await chooseLanguage(me.locale);
      router.history.replace(next);
    },
    onError: (error) => {
      if (needsCode(error)) setCodeAsked(true);
    },
  });
  return { enter, codeAsked };
}

/** No mistake of anybody's: the field for it appears instead of a message. */
function needsCode(error: Error | null): boolean {
  return error instanceof ProblemError && error.problem.code === "second_factor_needed";
}
