import { expect, test } from '@playwright/test'
import { isSound, press, tabTo } from '../support/keyboard.ts'

const words = {
  nl: {
    // Organisations in the region of the made-up business developer, one for each language.
    slug: 'hanzehogeschool-groningen',
    manage: 'Dit profiel beheren',
    signIn: 'Inloggen',
    member: 'Probeer als Ondernemer',
    developer: 'Probeer als Business developer',
    note: /Wie ben je/,
    send: 'Aanvraag versturen',
    kept: 'Wat je typte is bewaard',
    sent: 'Je aanvraag is verstuurd',
    claims: /aanvra.+ om een organisatie te beheren/,
    handle: /^Aanvraag behandelen van Noor Elzinga voor Hanzehogeschool/,
    refuse: 'Afwijzen',
    why: 'Vul in waarom je dit afwijst',
    confirm: 'Bevestigen',
    confirmed: 'Deze aanvraag is bevestigd',
    toManage: 'Naar het beheer',
    lastOwner: 'Je bent de enige eigenaar',
    sure: 'Ik weet dat er daarna geen eigenaar is',
    stop: 'Stop met beheren',
    home: 'Welkom, Noor Elzinga',
  },
  en: {
    slug: 'nhl-stenden-hogeschool',
    manage: 'Manage this profile',
    signIn: 'Sign in',
    member: 'Try as Entrepreneur',
    developer: 'Try as Business developer',
    note: /Who are you/,
    send: 'Send the request',
    kept: 'What you typed was kept',
    sent: 'Your request was sent',
    claims: /requests? to manage an organisation/,
    handle: /^Answer the request of Noor Elzinga for NHL Stenden/,
    refuse: 'Refuse',
    why: 'Enter why you refuse this',
    confirm: 'Confirm',
    confirmed: 'This request was confirmed',
    toManage: 'Go and manage it',
    lastOwner: 'You are the only owner',
    sure: 'I know that there is no owner then',
    stop: 'Stop managing',
    home: 'Welcome, Noor Elzinga',
  },
} as const

for (const [language, text] of Object.entries(words)) {
  test(`by keyboard, ${language}: ask to manage an organisation, sign in again halfway, be confirmed, and leave`, async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const asker = await (await browser.newContext()).newPage()
    await asker.goto(`/organisaties/${text.slug}?taal=${language}`)
    await press(asker, text.manage, 'link')
    await expect(asker).toHaveURL(`/organisaties/${text.slug}/beheren`)
    await isSound(asker)
    await press(asker, text.signIn, 'link')
    await expect(asker).toHaveURL(/\/inloggen\?naar=/)
    await press(asker, text.member)
    await expect(asker).toHaveURL(`/organisaties/${text.slug}/beheren`)

    // The session ends while the note is being written.
    const note = asker.getByLabel(text.note)
    await tabTo(asker, note)
    await asker.keyboard.insertText('Ik ben de directeur. I am the director.')
    await asker.context().clearCookies({ name: 'sessie' })
    await press(asker, text.send)
    await expect(asker).toHaveURL(/\/inloggen\?naar=/)
    await press(asker, text.member)
    await expect(asker.getByRole('main')).toContainText(text.kept)
    await expect(note).toHaveValue('Ik ben de directeur. I am the director.')
    await isSound(asker)
    await press(asker, text.send)
    await expect(asker.getByRole('main')).toContainText(text.sent)
    await isSound(asker)

    const developer = await (await browser.newContext()).newPage()
    await developer.goto(`/inloggen?taal=${language}`)
    await press(developer, text.developer)
    await expect(developer).toHaveURL('/werk')
    await isSound(developer)
    await press(developer, text.claims, 'link')
    await expect(developer).toHaveURL('/werk/aanvragen')
    await isSound(developer)
    await press(developer, text.handle, 'link')
    await expect(developer).toHaveURL(/\/werk\/aanvragen\/.+/)
    await isSound(developer)
    await press(developer, text.refuse)
    await expect(developer.getByRole('alert')).toContainText(text.why)
    await expect(developer.getByRole('alert')).toBeFocused()
    await isSound(developer)
    await press(developer, text.confirm)
    await expect(developer.getByRole('main')).toContainText(text.confirmed)
    await isSound(developer)

    await asker.reload()
    await press(asker, text.toManage, 'link')
    await expect(asker).toHaveURL(`/mijn/organisaties/${text.slug}`)
    await expect(asker.getByRole('main')).toContainText(text.lastOwner)
    await isSound(asker)
    await press(asker, text.sure, 'checkbox')
    await press(asker, text.stop)
    await expect(asker.getByRole('heading', { level: 1 })).toHaveText(text.home)
    await isSound(asker)
  })
}
