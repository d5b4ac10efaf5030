/** The kind of number a buffer holds; every element is 32 bits wide. */
export type ElementType = 'f32' | 'u32' | 'i32';
export type TypedArray = Float32Array | Uint32Array | Int32Array;

/** An array that a CPU form reads and writes. */
export type Numbers = TypedArray | Float64Array;
