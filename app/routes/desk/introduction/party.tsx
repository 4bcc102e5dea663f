import { useTranslation } from 'react-i18next'
import type { FormFaults } from '../../../http/form.server.ts'
import { DeclineFields } from '../../../ui/decline-fields.tsx'
import { FormScope, SelectField, Submit, TextField } from '../../../ui/form.tsx'
import { PersonFields } from '../../../ui/person-fields.tsx'
import { ExampleTag } from '../../../ui/tags.tsx'
import type { PartyView } from './view.server.ts'

/** One organisation in an introduction, with what its own side may decide. */
export function PartyCard({ party, faults }: { party: PartyView; faults: FormFaults | null | undefined }) {
  const { t } = useTranslation()
  const { slug, name, example, first, rom, adviser, office, out, standing, person, hidden, ended } = party
  return (
    <article className={`flex flex-col gap-1 rounded-sm border border-line p-2 ${out ? 'text-muted' : ''}`}>
      <h3 className="text-lg">
        <a href={`/organisaties/${slug}`}>{name}</a> {example && <ExampleTag />}
      </h3>
      <p className="text-sm text-muted">
        {[first && t('introduction.isFor'), rom, adviser, office && t('introduction.office')]
          .filter(Boolean)
          .join(', ')}
      </p>
      {standing && <p className="font-semibold">{standing}</p>}
      <p className="text-sm break-words">
        {hidden && !ended && t('introduction.personHidden')}
        {!hidden && !ended && !person && t('introduction.personNone')}
        {person && (
          <>
            {t('introduction.person.is')} {person.name}
            {person.job && ` (${person.job})`}, <a href={`mailto:${person.email}`}>{person.email}</a>
            {person.phone && `, ${person.phone}`}
          </>
        )}
      </p>
      {party.answers && <Decision party={party} yes="accept" no="decline" faults={faults} />}
      {party.consents && <Decision party={party} yes="consent" no="refuse" faults={faults} />}
      {party.chooses && <Speaker party={party} faults={faults} />}
    </article>
  )
}

function Decision(props: {
  party: PartyView
  yes: 'accept' | 'consent'
  no: 'decline' | 'refuse'
  faults: FormFaults | null | undefined
}) {
  const { party, yes, no, faults } = props
  const { t } = useTranslation()
  const doing = faults?.values.doe
  return (
    <>
      <form method="post" className="flex flex-col gap-1">
        <input type="hidden" name="party" value={party.id} />
        {yes === 'consent' && (
          <FormScope value={`${yes}-${party.id}`}>
            <TextField
              name="note"
              label={t('introduction.saidBy')}
              help={t('introduction.saidByHelp')}
              rows={2}
              maxLength={2000}
              faults={doing === yes ? faults : null}
            />
          </FormScope>
        )}
        <Submit name="doe" value={yes}>
          {t(`introduction.do.${yes}`)}
        </Submit>
      </form>
      <details open={doing === no}>
        <summary className="py-0.5">{t(`introduction.do.${no}`)}</summary>
        <form method="post" className="flex flex-col gap-2 pt-1">
          <input type="hidden" name="party" value={party.id} />
          <FormScope value={`${no}-${party.id}`}>
            <DeclineFields faults={doing === no ? faults : null} />
          </FormScope>
          <Submit name="doe" value={no} quiet>
            {t(`introduction.do.${no}Now`)}
          </Submit>
        </form>
      </details>
    </>
  )
}

/** Whom to ask at the organisation: one of those who are known, or somebody new. */
function Speaker({ party, faults }: { party: PartyView; faults: FormFaults | null | undefined }) {
  const { t } = useTranslation()
  const doing = faults?.values.doe
  const { id, speakers, person } = party
  return (
    <details open={person === null || doing === 'speaker' || doing === 'person'}>
      <summary className="py-0.5">{t('introduction.chooseSpeaker')}</summary>
      {speakers.length > 0 && (
        <form method="post" className="flex flex-col gap-2 pt-1">
          <input type="hidden" name="party" value={id} />
          <FormScope value={`speaker-${id}`}>
            <SelectField
              name="speaker"
              label={t('introduction.speaker')}
              value={speakers.find(({ chosen }) => chosen)?.value ?? speakers[0]?.value}
              options={speakers}
              faults={doing === 'speaker' ? faults : null}
            />
          </FormScope>
          <Submit name="doe" value="speaker" quiet>
            {t('introduction.speakerSet')}
          </Submit>
        </form>
      )}
      <form method="post" className="flex flex-col gap-2 pt-2">
        <input type="hidden" name="party" value={id} />
        <p className="font-semibold">{t('introduction.person.new')}</p>
        <FormScope value={`person-${id}`}>
          <PersonFields institution={party.institution} faults={doing === 'person' ? faults : null} />
        </FormScope>
        <Submit name="doe" value="person" quiet>
          {t('introduction.person.add')}
        </Submit>
      </form>
    </details>
  )
}
