import type { MarkKind } from '../core/history/timeline.ts'

/** What the plotting library takes for a symbol. */
interface Shape {
  draw(context: CanvasPath, size: number): void
}

/** Draws with a unit for which the shapes below are about two wide, whatever their area is. */
const shape = (draw: (context: CanvasPath, unit: number) => void): Shape => ({
  draw: (context, size) => { draw(context, Math.sqrt(size / Math.PI)) },
})

const polygon = (...corners: readonly (readonly [number, number])[]): Shape => shape((context, unit) => {
  for (const [index, [x, y]] of corners.entries()) {
    if (index === 0) context.moveTo(x * unit, y * unit)
    else context.lineTo(x * unit, y * unit)
  }
  context.closePath()
})

/** The marks differ in shape, so that nobody has to tell colours apart. */
export const SHAPES: Readonly<Record<MarkKind, Shape>> = {
  asked: shape((context, unit) => { context.arc(0, 0, unit * 0.95, 0, 2 * Math.PI) }),
  granted: polygon([-1.15, 0.05], [-0.7, -0.4], [-0.3, 0], [0.75, -1.05], [1.2, -0.6], [-0.3, 0.9]),
  declined: polygon(
    [-0.95, -0.55], [-0.55, -0.95], [0, -0.4], [0.55, -0.95], [0.95, -0.55], [0.4, 0],
    [0.95, 0.55], [0.55, 0.95], [0, 0.4], [-0.55, 0.95], [-0.95, 0.55], [-0.4, 0],
  ),
  withdrawn: shape((context, unit) => {
    context.arc(0, 0, unit * 0.95, 0, 2 * Math.PI)
    context.moveTo(unit * 0.55, 0)
    context.arc(0, 0, unit * 0.55, 0, -2 * Math.PI, true)
  }),
  thanked: shape((context, unit) => {
    context.moveTo(0, unit)
    context.bezierCurveTo(-unit * 0.5, unit * 0.6, -unit * 1.15, unit * 0.2, -unit * 1.15, -unit * 0.35)
    context.bezierCurveTo(-unit * 1.15, -unit * 1.1, -unit * 0.3, -unit * 1.2, 0, -unit * 0.5)
    context.bezierCurveTo(unit * 0.3, -unit * 1.2, unit * 1.15, -unit * 1.1, unit * 1.15, -unit * 0.35)
    context.bezierCurveTo(unit * 1.15, unit * 0.2, unit * 0.5, unit * 0.6, 0, unit)
    context.closePath()
  }),
  reported: polygon([-1.05, -0.9], [1.05, -0.9], [1.05, 0.45], [-0.1, 0.45], [-0.6, 1.05], [-0.6, 0.45], [-1.05, 0.45]),
  favor: polygon([0, -1.2], [1.1, 0], [0, 1.2], [-1.1, 0]),
}
