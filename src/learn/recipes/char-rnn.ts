import { characterRecipe } from '../character-model';

export default characterRecipe('rnn', { seed: 31, steps: 2000 });
