// gray-matter wants Node's Buffer where there is none.
export { Buffer } from 'buffer/'
