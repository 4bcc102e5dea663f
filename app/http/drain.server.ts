import type { RequestHandler } from 'express'

/** How much of a body is read away after it was refused, so that its sender gets to read why; and for how long. */
const mostBytes = 20_000_000
const mostMs = 10_000
const lookMs = 250

/** Reads away what a page did not read of a body, or the connection would hang until it is reset. What goes on and on is cut off. */
export const drainWhenDone: RequestHandler = (req, res, next) => {
  res.on('finish', () => {
    if (req.complete) return
    req.removeAllListeners('data').resume()
    const { bytesRead } = req.socket
    const began = Date.now()
    const watch = setInterval(() => {
      if (req.complete || req.socket.destroyed) return clearInterval(watch)
      if (req.socket.bytesRead - bytesRead > mostBytes || Date.now() - began > mostMs) req.socket.destroy()
    }, lookMs).unref()
  })
  next()
}
