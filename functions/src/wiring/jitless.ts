import * as z from 'zod'

/**
 * No schema is compiled before its first parse. Most schemas parse a few times in the life of an instance, if at all, and
 * compiling those of one answer took 12 ms of its start. The bundler puts this before all else, for a schema asks when it is made.
 */
z.config({ jitless: true })
