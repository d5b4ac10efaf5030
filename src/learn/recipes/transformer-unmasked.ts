export { unmaskedRecipe as default } from '../character-transformer';
