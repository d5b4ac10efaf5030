import { deepRecipe } from '../deep-network';

/** Guessing costs ln 10 ≈ 2.3. */
export default deepRecipe('deep-plain', false, 1);
