/** What was handed to an import is not what it reads. The message says what and where, in plain words. */
export class WrongInput extends Error {}
