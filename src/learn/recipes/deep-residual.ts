import { deepRecipe } from '../deep-network';

export default deepRecipe('deep-residual', true, 0.01);
