import './app.css';
import './main.js';
