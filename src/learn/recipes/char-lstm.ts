import { characterRecipe } from '../character-model';

export default characterRecipe('lstm', { seed: 31, steps: 2000 });
