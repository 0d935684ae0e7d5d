import fc from 'fast-check'

/** Two mutation runs are only comparable if the random tests are not random. */
fc.configureGlobal({ seed: 20_170_901 })
