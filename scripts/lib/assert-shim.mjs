// Tests in the web worker have no node:assert.
import assert from 'assert'

export default assert.strict
