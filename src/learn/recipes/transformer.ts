export { transformerRecipe as default } from '../character-transformer';
