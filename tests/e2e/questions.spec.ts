import { expect, test } from '@playwright/test'
import { mailedLink, newAddress } from '../support/e2e-people.ts'
import { isSound, press, tabTo, type } from '../support/keyboard.ts'

const words = {
  nl: {
    ask: 'Stel een vraag',
    text: 'Wat wil je weten?',
    name: 'Je naam',
    email: 'Je e-mailadres',
    postcode: 'Je postcode',
    next: 'Verder',
    wrong: 'Vul een postcode in',
    goes: 'Je vraag gaat naar NOM',
    send: 'Verstuur',
    has: /NOM heeft je bericht/,
    developer: 'Probeer als Business developer',
    waiting: /wacht.*op antwoord/,
    reply: 'Je antwoord',
    sendReply: 'Verstuur antwoord',
    missing: 'Vul je antwoord in',
    answered: 'NOM heeft geantwoord',
    write: 'Je bericht',
    sendMessage: 'Verstuur bericht',
    sure: 'Ja, wis alles',
    forget: 'Wis mijn gegevens',
    forgotten: 'Je gegevens zijn gewist',
  },
  en: {
    ask: 'Ask a question',
    text: 'What do you want to know?',
    name: 'Your name',
    email: 'Your e-mail address',
    postcode: 'Your postcode',
    next: 'Continue',
    wrong: 'Enter a postcode',
    goes: 'Your question goes to NOM',
    send: 'Send',
    has: /NOM has your message/,
    developer: 'Try as Business developer',
    waiting: /wait.*for an answer/,
    reply: 'Your answer',
    sendReply: 'Send the answer',
    missing: 'Enter your answer',
    answered: 'NOM has answered',
    write: 'Your message',
    sendMessage: 'Send the message',
    sure: 'Yes, erase everything',
    forget: 'Erase my data',
    forgotten: 'Your data were erased',
  },
} as const

for (const [language, text] of Object.entries(words)) {
  test(`by keyboard, ${language}: ask without an account, be answered by the ROM, read it by the link, and be forgotten`, async ({
    browser,
  }) => {
    test.setTimeout(240_000)
    const email = newAddress()
    const asked = `Wie test ${language} batterijen op zee? ${email.slice(0, 8)}`
    const asker = await (await browser.newContext()).newPage()
    await asker.goto(`/?taal=${language}`)
    await press(asker, text.ask, 'link')
    await expect(asker).toHaveURL('/vraag')
    await type(asker, text.text, asked)
    await type(asker, text.name, 'Vera Zeldzaam')
    await type(asker, new RegExp(`^${text.email}`), email)
    await type(asker, text.postcode, 'Groningen')
    await press(asker, text.next)
    await expect(asker.getByRole('alert')).toContainText(text.wrong)
    await expect(asker.getByRole('alert')).toBeFocused()
    const postcode = asker.getByLabel(text.postcode, { exact: true })
    await tabTo(asker, postcode)
    await asker.keyboard.press('Control+A')
    await asker.keyboard.insertText('9711 AB')
    await press(asker, text.next)
    await expect(asker.getByRole('main')).toContainText(text.goes)
    await expect(asker.getByRole('main')).toContainText(asked)
    await isSound(asker)
    await press(asker, text.send)
    await expect(asker).toHaveURL(/\/vraag\/status\?sleutel=/)
    await expect(asker.getByRole('main')).toContainText(text.has)
    await isSound(asker)

    const developer = await (await browser.newContext()).newPage()
    await developer.goto(`/inloggen?taal=${language}`)
    await press(developer, text.developer)
    await expect(developer).toHaveURL('/werk')
    await press(developer, text.waiting, 'link')
    await expect(developer).toHaveURL('/werk/vragen?status=wacht')
    await isSound(developer)
    await press(developer, asked, 'link')
    await expect(developer).toHaveURL(/\/werk\/vragen\/.+/)
    await isSound(developer)
    const reply = developer.getByLabel(text.reply, { exact: true })
    await tabTo(developer, reply)
    // The browser itself asks for a text; blanks are one to it.
    await developer.keyboard.insertText('   ')
    await press(developer, text.sendReply)
    await expect(developer.getByRole('alert')).toContainText(text.missing)
    await tabTo(developer, reply)
    await developer.keyboard.press('Control+A')
    await developer.keyboard.insertText('Dat doet een werf in Den Helder.')
    await press(developer, text.sendReply)
    await expect(developer.getByRole('main')).toContainText('een werf in Den Helder')
    await isSound(developer)

    const link = await mailedLink(email)
    await asker.goto(link)
    await expect(asker.getByRole('main')).toContainText(text.answered)
    await expect(asker.getByRole('main')).toContainText('een werf in Den Helder')
    await isSound(asker)
    await type(asker, text.write, 'Dank! En wat kost dat?')
    await press(asker, text.sendMessage)
    await expect(asker.getByRole('main')).toContainText('En wat kost dat?')
    await press(asker, text.sure, 'checkbox')
    await press(asker, text.forget)
    await expect(asker.getByRole('main')).toContainText(text.forgotten)
    await isSound(asker)
    await developer.reload()
    await expect(developer.getByRole('main')).not.toContainText(asked)
  })
}
