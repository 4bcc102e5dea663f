/**
 * Imported before all else by what serves pages: React and others choose between their slow, checking code and the one for production when
 * they are first imported.
 */
process.env.NODE_ENV = process.argv.includes('--dev') ? 'development' : 'production'
