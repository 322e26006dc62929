/**
 * Puts the browser's calendar beside a date that is typed. A date input alone would not do: it shows nothing at all
 * where an address names a day that does not exist.
 */
class DateField extends HTMLElement {
  connectedCallback(): void {
    const typed = this.querySelector<HTMLInputElement>('input[type=text]');
    const picked = this.querySelector<HTMLInputElement>('input[type=date]');
    const button = this.querySelector('button');
    if (!typed || !picked || !button) throw new Error('<date-field> needs a text input, a date input and a button.');
    button.hidden = !('showPicker' in picked);
    button.addEventListener('click', () => {
      picked.value = typed.value.trim();
      picked.showPicker();
    });
    picked.addEventListener('input', (event) => event.stopPropagation());
    picked.addEventListener('change', () => {
      typed.value = picked.value;
      typed.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}

customElements.define('date-field', DateField);
