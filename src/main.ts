import './ui/styles/fonts.css';
import './ui/styles/theme.css';
import './ui/styles/base.css';
import './ui/styles/header.css';
import './ui/styles/contents.css';
import './ui/app';
