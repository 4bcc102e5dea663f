import type { ReactNode } from 'react'

/**
 * The button with which one signs in with the account of one's own organisation.
 * @param props.to where the person is going
 * @param props.choose whether to ask which account, for whoever came with one that did not open anything
 */
export function OrganisationForm(props: { to: string; choose?: boolean; children: ReactNode }) {
  return (
    <form method="post" action="/inloggen/organisatie">
      <input type="hidden" name="naar" value={props.to} />
      {props.choose && <input type="hidden" name="kies" value="ja" />}
      <button type="submit" className="button button-quiet">
        {props.children}
      </button>
    </form>
  )
}
