import './styles/fonts.css';
import './styles/theme.css';
import './exercise';
